import { beforeAll, expect, it } from "vitest";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { giveAppealAnswer } from "~/journeys/give-appeal-answer.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";
import { undoApprovals } from "~/journeys/undo-approvals.server";
import { fileAppeal } from "~/rewards/file-appeal.server";
import { newId } from "~/platform/ids";
import type { RewardRow } from "~/rewards/reward-row";
import { aStaffMember } from "~/testing/builders/identity";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { measureRules } from "./measure-rules.server";

let test: TestDatabase;
let owner: RewardedChampion;
let by: string;
beforeAll(async () => {
  test = await testDatabase();
  owner = await aRewardedChampion(test);
  by = `person:${(await aStaffMember(test, { roles: ["approver"] })).id}`;
});

/** A reward that this rule put before a person. */
async function found(rule: string): Promise<RewardRow> {
  const reward = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
  const { conversionId } = reward;
  await test.db.transaction("find", (tx) =>
    tx.trustCheck.create({ data: { id: newId("tru"), conversionId, rule, version: 1, outcome: "flag", compared: {}, checkedAt: test.clock.now() } }),
  );
  return reward;
}

const items = ({ id: rewardId }: RewardRow, version = 1) => [{ rewardId, version }];
const approve = (reward: RewardRow) => approveRewards({ items: items(reward), by }, test);
const refuse = (reward: RewardRow, notGenuine = false) =>
  refuseRewards({ items: items(reward), clauseNumber: 1, note: "It was not a friend.", notGenuine, by }, test);
const measured = async () => (await measureRules(owner.program.id, test)).map(({ rule, ...counts }) => [rule, counts] as const);

it("counts each rule's findings by what became of them (R37)", async () => {
  await approve(await found("R5"));
  await refuse(await found("R5"));
  await found("R5");
  const back = await found("R5");
  await approve(back);
  await test.db.pool.query("update reward set taken_back_minor = 100 where id = $1", [back.id]);
  const fraud = await found("R8");
  await refuse(fraud, true);
  const upheld = await found("R8");
  await refuse(upheld);
  const appeal = await fileAppeal({ rewardId: upheld.id, championId: owner.champion.id, text: "Please look again, she is my aunt.", calendar: owner.calendar }, test);
  await giveAppealAnswer({ rewardId: upheld.id, appealId: appeal.id, upheld: true, answer: "You were right, thank you.", by: "person:psn_other" }, test);
  const undone = await found("R17");
  await approve(undone);
  await undoApprovals({ items: items(undone, 2), by }, test);
  expect(await measured()).toEqual([
    ["R5", { found: 4, right: 2, wrong: 1, appealsUpheld: 0, open: 1 }],
    ["R8", { found: 2, right: 1, wrong: 1, appealsUpheld: 1, open: 0 }],
    ["R17", { found: 1, right: 0, wrong: 0, appealsUpheld: 0, open: 1 }],
  ]);
  const verdicts = await test.db.pool.query("select source, genuine, rules from trust_verdict where referral_id = $1", [fraud.referralId]);
  expect(verdicts.rows).toEqual([{ source: "refusal", genuine: false, rules: ["R8"] }]);
  const refused = await test.db.transaction("read", (tx) => tx.reward.findUniqueOrThrow({ where: { id: fraud.id } }));
  expect(refused).toMatchObject({ status: "rejected", genuine: "no", reason: "fraud_confirmed" });
});
