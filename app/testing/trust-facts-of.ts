import { normalisedEmail } from "~/identity/email";
import { mailHostKind } from "~/trust/mail-host.server";
import { middleDay } from "~/trust/middle-day";
import type { TrustFacts, TrustSigns } from "~/trust/trust-facts";
import type { History, Recommendation } from "./trust-histories/history";

const DAY_MS = 86_400_000;
const CLICK_MEMORY_DAYS = 30;

const hostOf = (mail: string) => normalisedEmail(mail).split("@")[1] ?? "";

/** What is stored of a history when its last sale is judged. */
export function trustFactsOf({ champion, recommendations }: History): TrustFacts {
  const earlier = recommendations.slice(0, -1);
  const sale = recommendations.at(-1)!;
  const { friend, visit, paidAt } = sale;
  const sameMail = normalisedEmail(friend.mail) === normalisedEmail(champion.mail);
  const lately = earlier.filter((each) => +paidAt - +each.paidAt < 30 * DAY_MS);
  return {
    paidAt,
    sameAsFriend: friend.customer === champion.customer ? "customer" : sameMail ? "email" : null,
    paidBefore: sale.paidEarlierAt,
    touchedAt: visit.at,
    touchValidUntil: new Date(+visit.at + CLICK_MEMORY_DAYS * DAY_MS),
    boundAt: paidAt,
    byHand: false,
    reward: {
      amountMinor: BigInt(sale.rewardMinor), eachMinor: 5_000n, per30DaysMinor: 25_000n, twoAdminsAboveMinor: 50_000n,
      championSince: champion.joinedAt, rewardsBefore: earlier.length,
      takenBackBefore: earlier.filter(({ takenBack }) => takenBack).length,
      grantedIn30DaysMinor: BigInt(lately.reduce((sum, { rewardMinor }) => sum + rewardMinor, 0)),
    },
    signs: signsOf(champion, earlier, sale),
  };
}

function signsOf(champion: History["champion"], earlier: Recommendation[], sale: Recommendation): TrustSigns {
  const { friend, visit, paidAt, paidWith } = sale;
  const host = hostOf(friend.mail);
  const near = Math.abs(+visit.at - +champion.signedInAt) < 7 * DAY_MS;
  const upline = champion.broughtBy;
  return {
    sameCard: paidWith === champion.card ? "champion" : earlier.some((each) => each.paidWith === paidWith) ? "other_friend" : "nobody",
    mailHost: {
      kind: mailHostKind(host), sameAsChampion: host === hostOf(champion.mail),
      friendsBefore: earlier.filter((each) => hostOf(each.friend.mail) === host).length,
    },
    network: visit.how === "code" || !near
      ? null
      : { sameAsChampion: visit.network === champion.network, sameBrowser: visit.browser === champion.browser },
    pace: {
      seconds: visit.how === "code" ? null : Math.max(0, (+paidAt - +visit.at) / 1_000),
      friendsIn24Hours: 1 + earlier.filter((each) => +paidAt - +each.paidAt < DAY_MS).length,
      medianPerDay: middleDay(earlier.map((each) => each.paidAt), paidAt),
    },
    warning: sale.warning ?? "none",
    othersPaidThere: champion.othersPaidThere,
    accountChangedAt: champion.accountChangedAt,
    adClick: visit.ad && { parameter: visit.ad.parameter, ownCampaign: visit.ad.own },
    referrerHost: visit.from,
    codes: { friends: earlier.length + 1, withoutClick: [...earlier, sale].filter((each) => each.visit.how === "code").length },
    circle: upline[0]?.customer === friend.customer ? "mutual" : upline.length > 1 && upline.some(({ card }) => card === paidWith) ? "chain" : "none",
    subscriptionEndedAt: sale.subscriptionEndedAt,
    costsMoreThanItBrings: sale.marginMinor < sale.rewardMinor,
    sameDelivery: friend.street === champion.street ? "address" : friend.phone === champion.phone ? "phone" : "nothing",
    verdict: null,
  };
}
