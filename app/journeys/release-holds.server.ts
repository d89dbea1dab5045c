import { listInstructionsDue } from "~/fulfilment/list-instructions-due.server";
import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { getProgram } from "~/programs/get-program.server";
import { getProgramVersion } from "~/programs/get-program-version.server";
import { listDueRewards, type DueReward } from "~/rewards/list-due-rewards.server";
import { releaseReward, type ReleasedReward } from "~/rewards/release-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";

/**
 * The job at every minute: what nobody doubts is approved when its hold is over, what is approved goes on its way, what
 * needs a person is put before them, and hand-overs that had to wait are tried again (W9, W12, W13). Each reward in a
 * transaction of its own: one that fails is logged and keeps nobody else waiting.
 */
export async function releaseHolds({ db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  for (const due of await listDueRewards({ db, clock })) {
    await release(due, { db, clock }).catch((error: unknown) => {
      log.error({ err: error, rewardId: due.id }, "a reward could not be released");
    });
  }
  for (const { rewardId, championId, account, rail, currency } of await listInstructionsDue({ db, clock })) {
    const again = { rewardId, championId, account, rail, currency, now: clock.now() };
    await db
      .transaction("try-again", (tx) => prepareInstruction(tx, again))
      .catch((error: unknown) => log.error({ err: error, rewardId }, "a hand-over could not be tried again"));
  }
}

async function release(
  { id: rewardId, championId, programId, programVersionId }: DueReward,
  { db, clock }: Required<Deps>,
): Promise<void> {
  await db.transaction("release-hold", async (tx) => {
    const joined = { db: within(tx), clock };
    const { calendar } = await getProgram(programId, joined);
    const { rules } = await getProgramVersion(programVersionId, joined);
    const step = () => releaseReward({ rewardId, championId, rules, calendar }, joined);
    let { reward, outcome }: ReleasedReward = await step();
    if (outcome === "approved") {
      const facts = { amountMinor: String(reward.dueMinor), currency: reward.currency, rule: "W12" };
      await recordAudit(tx, {
        by: "system",
        action: "reward.approved",
        object: rewardId,
        facts,
        now: clock.now(),
      });
      ({ reward, outcome } = await step());
    }
    if (outcome !== "payable") return;
    await prepareInstruction(tx, {
      rewardId,
      championId,
      account: payableAccount(holderOf(reward)),
      rail: reward.rail,
      currency: reward.currency,
      now: clock.now(),
    });
  });
}
