import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aPerson, aProgramRow } from "~/testing/builders/champions";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { admitChampion } from "./admit-champion.server";
import { changeMembership } from "./change-membership.server";
import { createInvitation } from "./create-invitation.server";
import { getChampion } from "./get-champion.server";
import { listAcceptedTerms } from "./list-champions.server";
import { listInvitations } from "./list-invitations.server";
import { isInvited, redeemInvitation } from "./redeem-invitation.server";
import { revokeInvitation } from "./revoke-invitation.server";
import { settleApplication } from "./settle-application.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function aProgramWithTerms() {
  const program = await aProgramRow(test.db);
  const terms = { programId: program.id, clauses: [], publishedAt: new Date(), publishedBy: "system" };
  const [first, second] = [newId("trm"), newId("trm")];
  await test.db.transaction("terms", (tx) =>
    tx.termsVersion.createMany({ data: [{ id: first, number: 1, ...terms }, { id: second, number: 2, ...terms }] }),
  );
  return { programId: program.id, first, second };
}

async function anApplicant() {
  const { programId, first } = await aProgramWithTerms();
  const person = await aPerson(test.db);
  const application = { note: "I write about books.", answerBy: new Date("2026-11-05T16:00:00Z") };
  const asked = { personId: person.id, programId, termsVersionId: first, displayName: "Zoë", application };
  return { asked, championId: await admitChampion(asked, test) };
}

const read = (id: string) => test.db.transaction("read", (tx) => getChampion(tx, id));
const codeOf = (error: unknown) => (error as { code: string }).code;

describe("joining", () => {
  it("makes one membership of one person, however many times they press the button", async () => {
    const { programId, first } = await aProgramWithTerms();
    const person = await aPerson(test.db);
    const join = { personId: person.id, programId, termsVersionId: first, displayName: "Anna" };
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => admitChampion(join, test)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map((outcome) => codeOf(outcome.reason))).toEqual(Array(11).fill("cannot_ask"));
  });

  it("keeps each version of the terms they accepted, and lets who left come back", async () => {
    const { programId, first, second } = await aProgramWithTerms();
    const person = await aPerson(test.db);
    const join = { personId: person.id, programId, displayName: "Anna" };
    const id = await admitChampion({ ...join, termsVersionId: first }, test);
    await changeMembership({ championId: id, to: "left" }, test);
    test.clock.advance({ days: 1 });
    expect(await admitChampion({ ...join, termsVersionId: second }, test)).toBe(id);
    const accepted = await test.db.transaction("terms", (tx) => listAcceptedTerms(tx, id));
    expect(accepted.map((row) => row.termsVersionId)).toEqual([second, first]);
    expect(await read(id)).toMatchObject({ status: "active", leftAt: null });
  });
});

describe("an application", () => {
  it("is answered once, also by five people at the same moment", async () => {
    const { championId } = await anApplicant();
    const answers = Array.from({ length: 5 }, (_, n) =>
      settleApplication({ championId, verdict: { approve: true }, by: `person:psn_${n}` }, test),
    );
    const refused = (await Promise.allSettled(answers)).filter((outcome) => outcome.status === "rejected");
    expect(refused.map((outcome) => codeOf(outcome.reason))).toEqual(Array(4).fill("membership_changed"));
    expect(await read(championId)).toMatchObject({ status: "active", decidedAt: test.clock.now() });
  });

  it("can be made again from the day the applicant was told, not before", async () => {
    const { asked, championId } = await anApplicant();
    await expect(admitChampion(asked, test)).rejects.toMatchObject({ code: "cannot_ask" });
    const mayReapplyAt = new Date(test.clock.now().getTime() + 86_400_000);
    const verdict = { approve: false, reason: "Not yet.", mayReapplyAt } as const;
    await settleApplication({ championId, verdict, by: "person:psn_x" }, test);
    await expect(admitChampion(asked, test)).rejects.toMatchObject({ code: "cannot_ask" });
    test.clock.advance({ days: 1 });
    expect(await admitChampion(asked, test)).toBe(championId);
    expect(await read(championId)).toMatchObject({ status: "applied", refusalReason: null, mayReapplyAt: null });
  });

  it("is not answered by the applicant", async () => {
    const { asked, championId } = await anApplicant();
    const own = { championId, verdict: { approve: true }, by: `person:${asked.personId}` } as const;
    await expect(settleApplication(own, test)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is no membership yet: it cannot be paused or resumed into one", async () => {
    const { championId } = await anApplicant();
    for (const to of ["paused", "active", "left"] as const) {
      await expect(changeMembership({ championId, to }, test), to).rejects.toMatchObject({ code: "membership_changed" });
    }
  });
});

describe("pausing and leaving", () => {
  it("goes back and forth, and twice is no error", async () => {
    const { championId } = await anApplicant();
    await settleApplication({ championId, verdict: { approve: true }, by: "person:psn_x" }, test);
    expect(await changeMembership({ championId, to: "paused" }, test)).toMatchObject({ changed: true });
    expect(await changeMembership({ championId, to: "paused" }, test)).toMatchObject({ changed: false });
    expect(await read(championId)).toMatchObject({ status: "paused", pausedAt: test.clock.now() });
    await changeMembership({ championId, to: "active" }, test);
    expect(await read(championId)).toMatchObject({ status: "active", pausedAt: null });
    await changeMembership({ championId, to: "left" }, test);
    await expect(changeMembership({ championId, to: "active" }, test)).rejects.toMatchObject({ code: "membership_changed" });
  });
});

describe("an invitation", () => {
  async function anInvitation(maxUses: number) {
    const program = await aProgramRow(test.db);
    const expiresAt = new Date(test.clock.now().getTime() + 86_400_000);
    const input = { programId: program.id, label: "book club", maxUses, expiresAt, by: "person:psn_x" };
    return { programId: program.id, ...(await createInvitation(input, test)) };
  }

  it("opens the door as often as it says, also when more knock at once", async () => {
    const { programId, token } = await anInvitation(3);
    const knocks = await Promise.allSettled(Array.from({ length: 10 }, () => redeemInvitation({ programId, token }, test)));
    expect(knocks.filter((knock) => knock.status === "fulfilled")).toHaveLength(3);
    expect(await isInvited({ programId, token }, test)).toBe(false);
  });

  it("is for its program, its time and as long as it is not withdrawn", async () => {
    const { programId, token, id } = await anInvitation(3);
    const other = await anInvitation(3);
    expect(await isInvited({ programId, token }, test)).toBe(true);
    expect(await isInvited({ programId: other.programId, token }, test)).toBe(false);
    await expect(redeemInvitation({ programId: other.programId, token }, test)).rejects.toMatchObject({ code: "invitation_spent" });
    await revokeInvitation(id, test);
    await expect(redeemInvitation({ programId, token }, test)).rejects.toMatchObject({ code: "invitation_spent" });
    test.clock.advance({ days: 1 });
    await expect(redeemInvitation(other, test)).rejects.toMatchObject({ code: "invitation_spent" });
  });

  it("does not show its token again", async () => {
    const { token } = await anInvitation(1);
    expect(JSON.stringify(await listInvitations(test))).not.toContain(token);
  });
});
