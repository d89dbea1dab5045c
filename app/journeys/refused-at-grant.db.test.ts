import { beforeAll, describe, expect, it } from "vitest";
import type { Mail } from "../../prisma/generated/client";
import { listChampionsWithOwners } from "~/champions/get-champion.server";
import { readBody, unseal } from "~/notices/sealed-mail.server";
import { newId } from "~/platform/ids";
import { getProgram } from "~/programs/get-program.server";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { mailRecommendationBought } from "./mail-recommendation.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);

/** A purchase that the rules give nothing for, told as the purchase journey tells it. */
async function refuse(owner: RewardedChampion, reason: string) {
  const reward = await aReward(test, owner, { trust: { outcome: "not_eligible", reason } });
  const program = await getProgram(owner.program.id, test);
  await read(async (tx) => {
    const person = (await listChampionsWithOwners(tx, [owner.champion.id]))[0]?.owner;
    await mailRecommendationBought(tx, reward, { friendInitial: null, owner: person, program, companyName: "Blue Kettle" }, test.clock);
  });
  return reward;
}

const mailsTo = ({ person }: RewardedChampion) =>
  read((tx) => tx.mail.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } }));
/** What it says, without the ids that differ from mail to mail. */
const words = (mail?: Mail) =>
  readBody(unseal(mail!.bytesSealed as Uint8Array<ArrayBuffer>).body).text
    .replace(/rwd_\w+/g, "rwd")
    .replace(/\/mail\/stop\/\S+/g, "/mail/stop/");

/** Somebody whose terms name none of the subjects a machine can refuse by. */
async function withoutClauses() {
  const owner = await aRewardedChampion(test);
  const own = { key: "own-1", title: { nl: "Koffie", en: "Coffee" }, text: { nl: "Bij ons.", en: "With us." } };
  const id = newId("trm");
  const version = { id, programId: owner.program.id, number: 2, publishedAt: new Date(1), publishedBy: "system" };
  const acceptance = { id: newId("con"), championId: owner.champion.id, termsVersionId: id, acceptedAt: new Date(1) };
  await read((tx) => tx.termsVersion.create({ data: { ...version, clauses: [own] } }));
  await read((tx) => tx.termsAcceptance.create({ data: acceptance }));
  return owner;
}

describe("a recommendation that earns nothing", () => {
  it("is mailed with its reason, its clause and the way to appeal (S7, W14)", async () => {
    const owner = await aRewardedChampion(test);
    await refuse(owner, "click_expired");
    const [mail] = await mailsTo(owner);
    expect(mail).toMatchObject({ template: "reward_refused", status: "queued" });
    expect(words(mail)).toContain("The visit through your link was too long ago when your friend bought.");
    expect(words(mail)).toContain("It follows from clause 2 of the terms you accepted");
    expect(words(mail)).toMatch(/Ask us to look again:\n\S+\/portal\/\S+\/rewards\/rwd/);
  });

  it("is mailed too when no clause of the accepted terms fits, and says so (S7)", async () => {
    const owner = await withoutClauses();
    const reward = await refuse(owner, "click_expired");
    expect(reward.clauseNumber).toBeNull();
    const [mail] = await mailsTo(owner);
    expect(words(mail)).toContain("The visit through your link was too long ago when your friend bought.");
    expect(words(mail)).toContain("The terms you accepted have no clause that says so.");
    expect(words(mail)).toMatch(/Ask us to look again:\n\S+\/portal\/\S+\/rewards\/rwd/);
  });

  it("reads the same, word for word, for all that would tell whether somebody is a customer (S10)", async () => {
    for (const make of [() => aRewardedChampion(test), withoutClauses]) {
      const told = new Set<string>();
      for (const reason of ["friend_not_new", "paid_before_touch", "already_bound", "other_champion", "already_referred_by_you"]) {
        const owner = await make();
        await refuse(owner, reason);
        told.add(words((await mailsTo(owner))[0]).replaceAll(owner.program.slug, "slug"));
      }
      expect([...told]).toEqual([expect.stringContaining("This did not count as a new recommendation.")]);
    }
  });

  it("waits for its turn inside a summary when the week held enough mails, and is never dropped", async () => {
    const owner = await withoutClauses();
    for (let i = 0; i < 4; i++) await refuse(owner, "click_expired");
    const mails = await mailsTo(owner);
    const refusals = mails.filter(({ template }) => template === "reward_refused");
    expect(refusals.map(({ status }) => status)).toEqual(["queued", "queued", "bundled", "bundled"]);
    const summary = mails.find(({ template }) => template === "bundle");
    expect(new Set(refusals.slice(2).map(({ bundleId }) => bundleId))).toEqual(new Set([summary?.id]));
    expect(words(summary).match(/The visit through your link/g)).toHaveLength(2);
  });
});
