import type { ReferralRow } from "~/attribution/read-friend.server";
import type { Clock } from "~/platform/clock.server";
import type { Tx } from "~/platform/db.server";
import { worthOf } from "~/programs/benefit";
import { sidesOf, type Side } from "~/programs/reward-side";
import type { RewardRow } from "~/rewards/reward-row";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import { earnedRule, frozenVersion } from "./earned-rule.server";
import { grantForConversion, type Look, type SideMatch } from "./grant-for-conversion.server";
import { lookBeforeGrant, type Looked } from "./look-before-grant.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledPayment } from "./settled-payment";

/** When a friend paid first, as each side's rules count it; null until then. */
export type FirstPaid = Record<Side, Date | null>;

/**
 * Grants what a payment earns champion and friend, decided together (W6): each by the first rule of its own that fits, each
 * for its own reasons. The trust rules look once, at all the payment earns. What was decided already stands (A6).
 * @returns every reward that the payment earned
 */
export async function grantSides(
  tx: Tx,
  payment: SettledPayment,
  referral: ReferralRow,
  firstPaid: FirstPaid,
  story: FriendStory,
  clock: Clock,
): Promise<RewardRow[]> {
  const { purchase, decision, decided } = payment;
  const matches: SideMatch[] = [];
  for (const side of sidesOf(frozenVersion(referral, story).rules.rewards)) {
    if (decided.some((reward) => reward.side === side)) continue;
    const match = await earnedRule(tx, payment, referral, { side, firstAt: firstPaid[side] }, story);
    if (match) matches.push({ side, ...match });
  }
  const amountMinor = matches.reduce((sum, { rule, baseMinor }) => sum + worthOf(rule.worth, baseMinor), 0n);
  let looked = null as Promise<Looked> | null;
  const look: Look = (record) => (looked ??= lookBeforeGrant(tx, { moment: { occurredAt: purchase.occurredAt, payment: purchase }, decision, referral, amountMinor }, story, record));
  const earned = [...decided];
  for (const match of matches) earned.push(await grantForConversion(tx, payment, referral, { ...match, look }, story, clock));
  if (looked) await recordTrustChecks(tx, payment, (await looked).checks, clock.now());
  return earned;
}
