import { findHandOver, type HandOver } from "~/fulfilment/find-hand-over.server";
import { findTargetOf } from "~/fulfilment/find-target-of.server";
import { previewPayout } from "~/fulfilment/preview-payout.server";
import { listMailsAbout, type MailAbout } from "~/notices/list-mails-about.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { findOtherSide, type OtherSide } from "~/rewards/find-other-side.server";
import { getRewardDetail, type RewardDetail } from "~/rewards/get-reward-detail.server";
import { isUndecided } from "~/rewards/reward";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import type { RewardRow } from "~/rewards/reward-row";
import { sumUnsent } from "~/rewards/sum-unsent.server";
import { readEvidence, type Evidence } from "./read-evidence.server";

/** What an approval now would do, told before the click. */
export interface ApprovalEffect {
  /** `first_of_two`: only a line in the history; another admin has to agree. */
  approval: "first_of_two" | "second_of_two" | "only";
  /** What reaches whoever it is for, an older receivable settled first. */
  amountMinor: bigint;
  nettedMinor: bigint;
  currency: string;
  rail: string;
  /** When it leaves; null at once. */
  leavesAt: Date | null;
  /** A credit needs a customer at Stripe; without one it waits. */
  waitsForAccount: boolean;
}

export interface ShownReward {
  detail: RewardDetail;
  evidence: Evidence;
  handOver: HandOver | null;
  mails: MailAbout[];
  /** Null when there is nothing to decide. */
  effect: ApprovalEffect | null;
  /** What the other side has for the same sale, where that can be decided too (W6). */
  otherSide: OtherSide | null;
}

/** Everything a person at the desk needs to decide about one reward. @throws NotFoundError */
export async function showReward(
  rewardId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownReward> {
  return await db.transaction("show-reward", async (tx) => {
    const joined = { db: within(tx), clock };
    const detail = await getRewardDetail(rewardId, joined);
    const { reward } = detail;
    const decidable = isUndecided(reward.status) && reward.reason !== "dispute_open";
    const subjects = [rewardId, ...detail.appeals.map(({ id }) => id), ...(detail.inquiry ? [detail.inquiry.id] : [])];
    const [evidence, handOver, mails, otherSide, effect] = await Promise.all([
      readEvidence(tx, reward.conversionId),
      findHandOver(rewardId, joined),
      listMailsAbout(subjects, joined),
      decidable ? findOtherSide(tx, reward) : null,
      decidable ? approvalEffect(tx, reward, detail, clock.now()) : null,
    ]);
    return { detail, evidence, handOver, mails, otherSide, effect };
  });
}

async function approvalEffect(
  tx: Tx,
  reward: RewardRow,
  { events }: RewardDetail,
  now: Date,
): Promise<ApprovalEffect> {
  const { currency, dueMinor, rail, holdEndsAt, approvalsNeeded } = reward;
  const holder = holderOf(reward);
  const otherUnsentMinor = await sumUnsent(tx, { holder, currency, exceptId: reward.id });
  const payout = await previewPayout(tx, {
    account: payableAccount(holder),
    currency,
    dueMinor,
    onAccount: false,
    otherUnsentMinor,
  });
  const { stripeCustomerId } = await findTargetOf(tx, reward);
  const began = events.findLastIndex(({ fromStatus, toStatus }) => fromStatus !== toStatus);
  const firstGiven = events.slice(began).some(({ kind }) => kind === "first_approval");
  return {
    ...payout,
    approval: approvalsNeeded < 2 ? "only" : firstGiven ? "second_of_two" : "first_of_two",
    currency,
    rail,
    leavesAt: holdEndsAt > now ? holdEndsAt : null,
    waitsForAccount: rail === "stripe_balance" && stripeCustomerId === null,
  };
}
