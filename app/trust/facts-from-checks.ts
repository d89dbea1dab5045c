import type { Compared, TrustCheck } from "./outcome";
import type { RewardAtStake, TrustFacts, TrustSigns } from "./trust-facts";

const DAY_MS = 86_400_000;

/** The limits above which a person looks at an amount (R10, W12); minor units. */
export type AmountLimits = Pick<RewardAtStake, "eachMinor" | "per30DaysMinor" | "twoAdminsAboveMinor">;

/**
 * What the rules had looked at, from what they kept of it (R31), so that a sale can be judged again under another policy.
 * What a rule asked nothing about stays unasked, and what could not be read still cannot (R32).
 */
export function factsFromChecks(checks: readonly TrustCheck[], paidAt: Date, limits: AmountLimits): TrustFacts {
  const kept = new Map(checks.map(({ rule, compared }) => [rule, compared]));
  /** What was compared by a rule; null when it had nothing to ask, undefined when it could not judge. */
  const of = <T>(rule: string, read: (compared: Compared) => T): T | null | undefined => {
    const compared = kept.get(rule);
    if (!compared) return null;
    return "cause" in compared ? undefined : read(compared);
  };
  const moment = (value: Compared[string] | undefined) => (typeof value === "string" ? new Date(value) : null);
  const touch = (name: string) => of("R4", (compared) => moment(compared[name])) ?? undefined;
  return {
    paidAt,
    sameAsFriend: of("R1", ({ same }) => same as TrustFacts["sameAsFriend"]),
    paidBefore: of("R3", ({ paidBefore }) => moment(paidBefore)),
    touchedAt: touch("touchedAt"),
    touchValidUntil: touch("until"),
    boundAt: touch("boundAt"),
    byHand: !kept.has("R3"),
    reward: {
      ...limits,
      amountMinor: BigInt(of("R10", ({ amountMinor }) => String(amountMinor)) ?? "0"),
      grantedIn30DaysMinor: of("R10", ({ amountMinor, sum30DaysMinor }) => BigInt(String(sum30DaysMinor)) - BigInt(String(amountMinor))) ?? undefined,
      championSince: of("R9", ({ accountDays }) => new Date(+paidAt - Number(accountDays) * DAY_MS)),
      rewardsBefore: of("R9", ({ rewardsBefore }) => Number(rewardsBefore)) ?? of("R11", ({ ofRewards }) => Number(ofRewards)) ?? undefined,
      takenBackBefore: of("R11", ({ takenBack }) => Number(takenBack)) ?? undefined,
    },
    signs: {
      sameCard: of("R2", ({ sameCard }) => sameCard as TrustSigns["sameCard"]),
      mailHost: mailHostOf(of),
      network: of("R7", (compared) => ({ sameAsChampion: compared.sameNetwork === true, sameBrowser: compared.sameBrowser === true })),
      pace: of("R8", ({ seconds, friendsIn24Hours, medianPerDay }) => ({
        seconds: seconds === null ? null : Number(seconds), friendsIn24Hours: Number(friendsIn24Hours), medianPerDay: Number(medianPerDay),
      })) ?? undefined,
      warning: of("R12", ({ warning }) => warning as TrustSigns["warning"]),
      othersPaidThere: of("R13", ({ othersPaidThere }) => Number(othersPaidThere)),
      accountChangedAt: of("R14", ({ accountChangedAt }) => moment(accountChangedAt)),
      adClick: of("R15", ({ parameter, ownCampaign }) => ({ parameter: String(parameter), ownCampaign: ownCampaign === true })),
      referrerHost: of("R16", ({ referrerHost }) => String(referrerHost)),
      codes: of("R17", ({ ofFriends, withoutClick }) => ({ friends: Number(ofFriends), withoutClick: Number(withoutClick) })) ?? undefined,
      circle: of("R19", ({ circle }) => circle as TrustSigns["circle"]) ?? undefined,
      subscriptionEndedAt: of("R20", ({ endedAt }) => moment(endedAt)),
      costsMoreThanItBrings: of("R20", ({ costsMore }) => costsMore as boolean | null),
      sameDelivery: of("R21", ({ sameDelivery }) => sameDelivery as TrustSigns["sameDelivery"]),
      verdict: of("R34", ({ genuine }) => ({
        genuine: genuine === true,
        rules: checks.filter(({ compared }) => "judgedBefore" in compared).map(({ rule }) => rule),
      })),
    },
  };
}

/** R6 is asked of every address, R5 only of one at no provider of mailboxes. */
function mailHostOf(of: <T>(rule: string, read: (compared: Compared) => T) => T | null | undefined): TrustSigns["mailHost"] {
  const disposable = of("R6", (compared) => compared.disposable === true);
  if (disposable === null || disposable === undefined) return disposable;
  const own = of("R5", ({ sameHostAsChampion, friendsOfHost }) => ({
    kind: "own" as const, sameAsChampion: sameHostAsChampion === true, friendsBefore: Number(friendsOfHost),
  }));
  return own ?? { kind: disposable ? "disposable" : "free", sameAsChampion: false, friendsBefore: 0 };
}
