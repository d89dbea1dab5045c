import { present, rewardRule, signRule, type Rule } from "./rule";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** R9, R10, R11, R13, R14: the champion's account and what it was granted before. */
export const RECORD_RULES: readonly Rule[] = [
  rewardRule("R9", (reward, { paidAt }, { figures }) => {
    const [before, since] = [present(reward.rewardsBefore), present(reward.championSince)];
    const days = since === null ? 0 : Math.floor((+paidAt - +since) / DAY_MS);
    const young = before < figures.firstRewards || days < figures.newAccountDays;
    return { outcome: young ? "routine_check" : "pass", compared: { rewardsBefore: before, accountDays: days } };
  }),
  rewardRule("R10", (reward) => {
    const sumMinor = present(reward.grantedIn30DaysMinor) + reward.amountMinor;
    const large = reward.amountMinor > reward.eachMinor || sumMinor > reward.per30DaysMinor;
    const compared = {
      amountMinor: String(reward.amountMinor), sum30DaysMinor: String(sumMinor),
      twoAdmins: reward.amountMinor > reward.twoAdminsAboveMinor,
    };
    return { outcome: large ? "routine_check" : "pass", compared };
  }),
  rewardRule("R11", (reward, _facts, { figures }) => {
    const [rewards, takenBack] = [present(reward.rewardsBefore), present(reward.takenBackBefore)];
    const many = rewards >= figures.takenBackFromRewards && takenBack * 100 > rewards * figures.takenBackPercentAtMost;
    return { outcome: many ? "hold" : "pass", compared: { takenBack, ofRewards: rewards } };
  }),
  signRule("R13", (signs) => {
    const othersPaidThere = present(signs.othersPaidThere);
    return othersPaidThere === null ? null : { outcome: othersPaidThere > 0 ? "hold" : "pass", compared: { othersPaidThere } };
  }),
  signRule("R14", (signs, { paidAt }, { figures }) => {
    const changedAt = present(signs.accountChangedAt);
    if (changedAt === null) return { outcome: "pass", compared: { accountChangedAt: null } };
    const lately = Math.abs(+paidAt - +changedAt) < figures.changedWithinHours * HOUR_MS;
    return { outcome: lately ? "routine_check" : "pass", compared: { accountChangedAt: changedAt.toISOString() } };
  }),
];
