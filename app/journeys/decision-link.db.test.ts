import { beforeAll, describe, expect, it } from "vitest";
import { readBody, unseal } from "~/notices/sealed-mail.server";
import { DECISION_LINK_MS, readDecisionToken, signDecisionToken } from "~/rewards/decision-token.server";
import { aStaffMember } from "~/testing/builders/identity";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { approveRewards } from "./approve-rewards.server";
import { showDecision } from "./show-decision.server";
import { sendStaffDigest } from "./staff-digest.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const doubted = { trust: { outcome: "flag" as const, reason: "in_review" } };
const inMs = (ms: number) => new Date(test.clock.now().getTime() + ms);

describe("the signed link of the daily mail", () => {
  it("stands in the mail of who may approve, each with one of their own; finance is led to the page", async () => {
    test.clock.set("2026-11-05T12:00:00Z");
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const finance = await aStaffMember(test, { roles: ["finance"] });
    const reward = await aReward(test, await aRewardedChampion(test), doubted);
    test.clock.set("2026-11-06T07:30:00Z");
    expect(await sendStaffDigest(test)).toBe(2);
    const textFor = async (personId: string) => {
      const mail = await test.db.transaction("read", (tx) => tx.mail.findFirstOrThrow({ where: { personId, template: "staff_digest" } }));
      return readBody(unseal(mail.bytesSealed as Uint8Array<ArrayBuffer>).body).text;
    };
    const token = /\/desk\/decide\/(\S+)/.exec(await textFor(owner.id))?.[1] ?? "";
    expect(readDecisionToken(token)).toEqual({ rewardId: reward.id, personId: owner.id, expiresAt: inMs(DECISION_LINK_MS) });
    expect(await textFor(finance.id)).toContain(`/desk/rewards/${reward.id}`);
    expect(await textFor(finance.id)).not.toContain("/desk/decide/");
  });

  it("shows what approving would do, changes nothing by that, and says when it is over or decided", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner, doubted);
    const token = signDecisionToken({ rewardId: reward.id, personId: "psn_admin", expiresAt: inMs(1_000) });
    const shown = await showDecision(token, test);
    expect(shown).toMatchObject({ rewardId: reward.id, state: "open", version: reward.version, effect: { approval: "only", amountMinor: 1000n } });
    expect(await showDecision(token, test)).toEqual(shown);
    expect(await showDecision(token, { db: test.db, clock: new TestClock(inMs(1_000).toISOString()) })).toMatchObject({ state: "expired", effect: null });
    const own = signDecisionToken({ rewardId: reward.id, personId: owner.person.id, expiresAt: inMs(1_000) });
    expect(await showDecision(own, test)).toMatchObject({ state: "own", effect: null });
    const results = await Promise.all(
      Array.from({ length: 4 }, () => approveRewards({ items: [{ rewardId: reward.id, version: shown.version }], by: "person:psn_admin" }, test)),
    );
    expect(results.flat().map(({ outcome }) => outcome).sort()).toEqual(["approved", "not_done", "not_done", "not_done"]);
    expect(await showDecision(token, test)).toMatchObject({ state: "decided", effect: null });
  });

  it("is nobody's when a sign of it was changed", async () => {
    const token = signDecisionToken({ rewardId: "rwd_1", personId: "psn_1", expiresAt: new Date(1) });
    expect(readDecisionToken(token)).toMatchObject({ rewardId: "rwd_1", expiresAt: new Date(1) });
    for (const forged of [token.replace("rwd_1", "rwd_2"), token.replace("psn_1", "psn_2"), token.replace(".1.", ".zzzzzz."), token.slice(0, -1), `${token}x`, ""]) {
      expect(readDecisionToken(forged)).toBeNull();
      await expect(showDecision(forged, test)).rejects.toMatchObject({ status: 404 });
    }
  });
});
