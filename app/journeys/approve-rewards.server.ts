import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within, type Database, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";
import { getProgram } from "~/programs/get-program.server";
import { getProgramVersion } from "~/programs/get-program-version.server";
import { approveReward } from "~/rewards/approve-reward.server";
import { releaseReward } from "~/rewards/release-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import type { RewardRow } from "~/rewards/reward-row";
import { sumDue } from "~/rewards/sum-due.server";
import { recordVerdict } from "~/trust/record-verdict.server";
import { decideEach, type BatchLedger, type DecisionItem, type DecisionResult } from "./decide-each.server";

/** A batch above this needs two admins, in minor units (W12). */
export const BATCH_TWO_ADMINS_MINOR = 500_000n;
/** How long an approval may be taken back before the champion hears of it. */
const ANNOUNCE_AFTER_MS = 20_000;

export interface ApproveRewardsInput {
  items: readonly DecisionItem[];
  by: string;
  /** Of a large batch, with whether all of it together needs two people (W12). */
  part?: { twoAdmins: boolean; ledger: BatchLedger };
}

/**
 * Approves one or many, each in a transaction of its own with its audit row, its booking and its mail (I37): what
 * changed meanwhile is told apart and stops nobody else's (W19).
 */
export async function approveRewards(
  { items, by, part }: ApproveRewardsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DecisionResult[]> {
  const twoAdmins = part?.twoAdmins ?? (await sumOf(items, db)) > BATCH_TWO_ADMINS_MINOR;
  const batch = { items, by, act: "approve", ledger: part?.ledger } as const;
  return await decideEach(batch, { db, clock }, async (tx, { rewardId, version }) => {
    const now = clock.now();
    const joined = { db: within(tx), clock };
    const { reward, approved } = await approveReward(
      { rewardId, by, expectedVersion: version, twoAdmins },
      joined,
    );
    const facts = {
      status: reward.status,
      amountMinor: String(reward.dueMinor),
      currency: reward.currency,
      batch: part?.ledger.size ?? items.length,
    };
    await recordAudit(tx, {
      by,
      action: approved ? "reward.approved" : "reward.first_approval",
      object: rewardId,
      facts,
      now,
    });
    if (!approved) return { outcome: "first_of_two", version: reward.version };
    recordVerdict(tx, { ...reward, genuine: true, source: "approval", by, now });
    await enqueue(
      tx,
      "announce-approval",
      { rewardId },
      {
        runAt: { at: new Date(now.getTime() + ANNOUNCE_AFTER_MS), now },
      },
    );
    if (reward.holdEndsAt <= now) await sendOnItsWay(tx, reward, joined);
    return { outcome: "approved", version: reward.version };
  });
}

async function sumOf(items: readonly DecisionItem[], db: Database): Promise<bigint> {
  return await db.transaction("sum-batch", (tx) =>
    sumDue(
      tx,
      items.map(({ rewardId }) => rewardId),
    ),
  );
}

/** The hold was over before a person decided: nothing is left to wait for. */
async function sendOnItsWay(
  tx: Tx,
  { id: rewardId, championId, programId, programVersionId }: RewardRow,
  deps: Required<Deps>,
): Promise<void> {
  const { calendar } = await getProgram(programId, deps);
  const { rules } = await getProgramVersion(programVersionId, deps);
  const { reward } = await releaseReward({ rewardId, championId, rules, calendar }, deps);
  await prepareInstruction(tx, {
    rewardId,
    championId,
    account: payableAccount(holderOf(reward)),
    rail: reward.rail,
    currency: reward.currency,
    now: deps.clock.now(),
  });
}
