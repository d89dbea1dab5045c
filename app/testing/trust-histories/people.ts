import type { Chance } from "../../../prisma/seed/random";
import type { History, Recommendation, Somebody, Visit } from "./history";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The moment of the sale that is judged. */
export const NOW = new Date("2026-11-20T14:00:00Z");

const MAIL_HOSTS = ["gmail.com", "outlook.com", "icloud.com", "ziggo.nl", "proton.me", "web.de", "orange.fr"];
const BROWSERS = ["Firefox/145", "Chrome/142", "Safari/26", "Edge/142", "Samsung/29", "Chrome/141 Android"];
const PAGES = [null, null, "www.linkedin.com", "news.ycombinator.com", "web.whatsapp.com", "www.youtube.com"];

export const before = (moment: Date, ms: number) => new Date(+moment - ms);

/** People with nothing in common but chance: each number is handed out once. */
export class Crowd {
  #made = 0;

  constructor(readonly dice: Chance) {}

  somebody(over: Partial<Somebody> = {}): Somebody {
    const n = ++this.#made;
    const { dice } = this;
    return {
      mail: `person${n}@${dice.pick(MAIL_HOSTS)}`, customer: `cus_${n}`, card: `card_${n}`, network: `net_${n}`,
      browser: dice.pick(BROWSERS), street: `Street ${n}`, phone: `+316${String(10_000_000 + n)}`, ...over,
    };
  }

  visit(friend: Somebody, at: Date, over: Partial<Visit> = {}): Visit {
    const { network, browser } = friend;
    return { how: "click", at, network, browser, from: this.dice.pick(PAGES), ad: null, ...over };
  }

  /** A friend who comes, thinks about it and buys. */
  recommendation(paidAt: Date, friend = this.somebody(), over: Partial<Recommendation> = {}): Recommendation {
    const thoughtMs = this.dice.between(2 * MINUTE, 9 * DAY);
    return {
      friend, visit: this.visit(friend, before(paidAt, thoughtMs)), paidAt, paidWith: friend.card,
      amountMinor: this.dice.between(3_000, 20_000), rewardMinor: 1_000, paidEarlierAt: null, takenBack: false, warning: null,
      subscriptionEndedAt: null, marginMinor: 4_000, ...over,
    };
  }

  /** Some months of an ordinary champion: a friend every couple of weeks, each of whom has bought by then. */
  history(name: string, over: Partial<History> = {}): History {
    const { dice } = this;
    const champion = {
      ...this.somebody(), joinedAt: before(NOW, dice.between(150, 700) * DAY), signedInAt: before(NOW, dice.between(1, 200) * HOUR),
      accountChangedAt: dice.happens(0.2) ? before(NOW, dice.between(10, 90) * DAY) : null, othersPaidThere: 0, broughtBy: [],
    };
    const days = Array.from({ length: dice.between(3, 9) }, (_, i) => 12 + 13 * i + dice.between(0, 6)).reverse();
    const earlier = days.map((day) => {
      const sale = this.recommendation(before(NOW, day * DAY));
      return dice.happens(0.12) ? { ...sale, visit: { ...sale.visit, how: "code" as const, at: sale.paidAt } } : sale;
    });
    return {
      name, planted: null, outcome: null, champion, bannedHosts: ["coupons.example", "cashback.example"], strict: false,
      recommendations: [...earlier, this.recommendation(NOW)], ...over,
    };
  }
}

/** The sale that is judged. */
export function lastOf({ recommendations }: History): Recommendation {
  return recommendations.at(-1)!;
}
