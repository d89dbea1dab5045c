import type { Decision } from "~/attribution/decision";
import type { ReferralRow } from "~/attribution/read-friend.server";
import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { Tx } from "~/platform/db.server";
import type { ChampionRecord } from "~/rewards/grant-reward.server";
import type { TrustFinding } from "~/rewards/reward-standing";
import { strictest, type TrustCheck } from "~/trust/outcome";
import { readTrustSigns } from "~/trust/read-trust-signs.server";
import { checksOf } from "./check-conversion";
import { frozenVersion } from "./earned-rule.server";
import { lookedAt } from "./looked-at-sale";
import type { FriendStory } from "./read-friend-story.server";

/** Why a champion may not have a reward at all, by the rule that found it. */
const REASON_OF_RULE: Record<string, string> = {
  R1: "self_referral", R2: "self_referral", R3: "friend_not_new", R4: "click_expired", R34: "fraud_confirmed",
};

/** What a reward would be given for; a sign-up has no payment. */
export interface LookedAtMoment {
  occurredAt: Date;
  payment: PurchaseRow | null;
}

export interface Looked {
  finding: TrustFinding;
  checks: TrustCheck[];
}

/**
 * What the trust rules find before something is granted, with what stands around it and what the champion was granted before.
 * @param amountMinor what is at stake
 */
export async function lookBeforeGrant(
  tx: Tx,
  { moment, decision, referral, amountMinor }: { moment: LookedAtMoment; decision: Decision; referral: ReferralRow; amountMinor: bigint },
  story: FriendStory,
  record: Promise<ChampionRecord>,
): Promise<Looked> {
  const { rules } = frozenVersion(referral, story);
  const [around, before] = await Promise.all([readTrustSigns(tx, lookedAt({ moment, referral, amountMinor }, story)), record]);
  const reward = {
    amountMinor,
    eachMinor: rules.autoApproveEachMinor,
    per30DaysMinor: rules.autoApprove30DaysMinor,
    twoAdminsAboveMinor: rules.twoAdminsAboveMinor,
    championSince: story.champions.get(referral.championId)?.joinedAt,
    ...before,
  };
  const checks = checksOf({ moment, decision, bind: decision.bind, stake: { ...around, reward } }, story);
  return { finding: findingOf(checks), checks };
}

function findingOf(checks: readonly TrustCheck[]): TrustFinding {
  const outcome = strictest(checks);
  const rule = checks.find((check) => check.outcome === outcome)?.rule ?? "";
  return { outcome, reason: REASON_OF_RULE[rule] ?? null };
}
