import { beforeAll, describe, expect, it } from "vitest";
import { queueMail } from "~/notices/queue-mail.server";
import { sendMail } from "~/notices/send-mail.server";
import { within } from "~/platform/db.server";
import type { RewardRow } from "~/rewards/reward-row";
import { anOutcomeMail } from "~/testing/builders/notices";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { announceApproval } from "./announce-approval.server";
import { approveRewards } from "./approve-rewards.server";
import { undoApprovals } from "./undo-approvals.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const by = "person:psn_admin";
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
const items = async ({ id }: RewardRow) => {
  const { version } = await read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));
  return [{ rewardId: id, version }];
};
const approve = async (reward: RewardRow) => approveRewards({ items: await items(reward), by }, test);
const undo = async (reward: RewardRow) => undoApprovals({ items: await items(reward), by }, test);
const mails = ({ person }: RewardedChampion) =>
  read((tx) => tx.mail.findMany({ where: { personId: person.id }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }] }));
const told = async (owner: RewardedChampion) =>
  (await mails(owner)).map(({ template, status }) => `${template} ${status}`);
const accepts = { sendEmail: () => Promise.resolve({ result: "accepted" as const, providerId: crypto.randomUUID() }) };
const send = (mailId: string) => sendMail({ mailId }, { ...test, gateway: accepts as never });

async function announced() {
  const owner = await aRewardedChampion(test, { capPer30DaysMinor: null });
  const reward = await aReward(test, owner);
  await approve(reward);
  await announceApproval({ rewardId: reward.id }, test);
  return { owner, reward };
}

describe("an approval that is undone", () => {
  it("holds its mail back while that still waits", async () => {
    const { owner, reward } = await announced();
    await undo(reward);
    expect(await mails(owner)).toMatchObject([
      { template: "reward_approved", status: "skipped", reason: "withdrawn", bytesSealed: null },
    ]);
  });

  it("is put right by another mail once the champion may have read it, at once and once", async () => {
    const { owner, reward } = await announced();
    const [mail] = await mails(owner);
    await send(mail!.id);
    await undo(reward);
    await undo(reward);
    expect(await told(owner)).toEqual(["reward_approved sent", "approval_undone queued"]);
    test.clock.advance({ days: 1 });
    await approve(reward);
    await announceApproval({ rewardId: reward.id }, test);
    expect(await told(owner)).toEqual([
      "reward_approved sent",
      "approval_undone queued",
      "reward_approved queued",
    ]);
  });

  it("leaves a summary that waits with the rest of its news, or not at all when it held nothing else", async () => {
    const full = await aRewardedChampion(test, { capPer30DaysMinor: null });
    for (const mail of [anOutcomeMail(full.person.id), anOutcomeMail(full.person.id)]) {
      await send((await queueMail(mail, test)).mailId);
    }
    const [one, two] = [await aReward(test, full), await aReward(test, full)];
    for (const each of [one, two]) {
      await approve(each);
      await announceApproval({ rewardId: each.id }, test);
    }
    const summary = async () => (await mails(full)).find(({ template }) => template === "bundle");
    const before = await summary();
    await undo(one);
    const after = await summary();
    expect(after).toMatchObject({ status: "queued" });
    expect(after!.bytesHash).not.toBe(before!.bytesHash);
    await undo(two);
    expect(await summary()).toMatchObject({ status: "skipped", reason: "withdrawn" });
  });

  it("is not announced by a job that looked before the undo was written", async () => {
    const owner = await aRewardedChampion(test, { capPer30DaysMinor: null });
    const reward = await aReward(test, owner);
    await approve(reward);
    const seen = await items(reward);
    let announcing: Promise<void> | undefined;
    await test.db.transaction("undo", async (tx) => {
      await undoApprovals({ items: seen, by }, { db: within(tx), clock: test.clock });
      announcing = announceApproval({ rewardId: reward.id }, test);
      const waiting = () => read((other) => other.$queryRaw`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      await expect.poll(waiting).toHaveLength(1);
    });
    await announcing;
    expect(await told(owner)).toEqual([]);
  });
});
