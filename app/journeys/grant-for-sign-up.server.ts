import type { ReferralRow } from "~/attribution/read-friend.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { worthOf } from "~/programs/benefit";
import type { RewardRule } from "~/programs/reward-rule";
import type { Side } from "~/programs/reward-side";
import { grantReward } from "~/rewards/grant-reward.server";
import type { RewardRow } from "~/rewards/reward-row";
import type { TrustCheck } from "~/trust/outcome";
import { recordTrustChecks } from "~/trust/record-trust-checks.server";
import { frozenVersion } from "./earned-rule.server";
import { lookBeforeGrant } from "./look-before-grant.server";
import { mailSignedUp } from "./mail-recommendation.server";
import type { FriendStory } from "./read-friend-story.server";
import type { SettledSignUp } from "./settled-payment";

export interface EarnedSignUp {
  side: Side;
  referral: ReferralRow;
  rule: RewardRule;
  signUp: SettledSignUp;
}

/** Grants one side what a sign-up earned by the terms frozen at the bind (W2), after the trust rules looked at it, and tells the champion of theirs. */
export async function grantForSignUp(tx: Tx, { side, referral, rule, signUp }: EarnedSignUp, story: FriendStory, clock: Clock): Promise<RewardRow> {
  const { championId, programId, friendInitial } = referral;
  const { conversionId, decision, at, isNew } = signUp;
  const { id: programVersionId, rules } = frozenVersion(referral, story);
  const program = story.programs.get(programId);
  if (!program) throw new RangeError(`the program of referral ${referral.id} is not among the facts`);
  const amountMinor = worthOf(rule.worth, 0n);
  const moment = { occurredAt: at, payment: null };
  let checks: TrustCheck[] = [];
  const { reward, duplicate } = await grantReward(
    {
      programId, programVersionId, conversionId, referralId: referral.id, championId, side, rule, rules, milestone: 0,
      calendar: program.calendar, currency: rules.currency, basis: null, paidMinor: amountMinor, paidAt: at, by: "system",
      trust: async (record) => {
        const looked = await lookBeforeGrant(tx, { moment, decision, referral, amountMinor }, story, record);
        ({ checks } = looked);
        return looked.finding;
      },
    },
    { db: within(tx), clock },
  );
  if (duplicate) return reward;
  await recordTrustChecks(tx, { conversionId, isNew: isNew && side === "champion" }, checks, clock.now());
  await mailSignedUp(tx, reward, { friendInitial, owner: story.owners.get(championId), program, companyName: story.companyName }, clock);
  return reward;
}
