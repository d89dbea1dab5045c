import type { History, Recommendation, Somebody } from "./history";
import { before, DAY, HOUR, lastOf, MINUTE, NOW, type Crowd } from "./people";

/** Makes an ordinary history one that a row of the rule book is about, and says what the row makes of it. */
type Plant = (history: History, crowd: Crowd, round: number) => string;

const SPELLINGS = [
  (mail: string) => mail.toUpperCase(),
  (mail: string) => mail.replace("@", "+shop@"),
  (mail: string) => mail,
];
const THROWAWAY = ["mailinator.com", "guerrillamail.com", "10minutemail.com", "yopmail.com", "trashmail.com"];
const ADS: readonly [string, string][] = [
  ["gclid", "hold"], ["gad_source", "hold"], ["gad_campaignid", "hold"], ["gbraid", "hold"], ["wbraid", "hold"],
  ["msclkid", "flag"], ["ttclid", "flag"], ["twclid", "flag"], ["li_fat_id", "flag"], ["rdt_cid", "flag"], ["fbclid", "note"],
];

const pays = (sale: Recommendation, friend: Somebody) => {
  sale.friend = friend;
  sale.paidWith = friend.card;
};

export const PLANTS: Record<string, Plant> = {
  R1: (history, crowd, round) => {
    const { champion } = history;
    const again = SPELLINGS[round % SPELLINGS.length]!(champion.mail);
    pays(lastOf(history), round % 4 === 3 ? crowd.somebody({ customer: champion.customer }) : crowd.somebody({ mail: again }));
    return "block";
  },
  R2: (history, _crowd, round) => {
    const own = round % 2 === 0;
    lastOf(history).paidWith = own ? history.champion.card : history.recommendations[0]!.paidWith;
    return own ? "block" : "hold";
  },
  R3: (history, { dice }) => {
    const { visit } = lastOf(history);
    lastOf(history).paidEarlierAt = before(visit.at, dice.between(1, 600) * DAY);
    return "not_eligible";
  },
  R4: (history, { dice }, round) => {
    const { visit } = lastOf(history);
    visit.at = round % 2 === 0 ? before(NOW, -dice.between(2, 600) * 1_000) : before(NOW, dice.between(30, 80) * DAY);
    return "not_eligible";
  },
  R5: (history, crowd, round) => {
    const host = `@firm${round}.example-works.nl`;
    const { champion, recommendations } = history;
    if (round % 3 === 0) {
      champion.mail = `boss${host}`;
      lastOf(history).friend.mail = `one${host}`;
      return "flag";
    }
    const many = 1 + (round % 3);
    for (const [i, { friend }] of recommendations.slice(-1 - many).entries()) friend.mail = `p${i}${host}`;
    return many >= 2 ? "hold" : "flag";
  },
  R6: (history, { dice }, round) => {
    lastOf(history).friend.mail = `x${round}@${dice.pick(THROWAWAY)}`;
    return "hold";
  },
  R7: (history, { dice }, round) => {
    const { champion } = history;
    const { visit } = lastOf(history);
    champion.signedInAt = before(visit.at, dice.between(-48, 160) * HOUR);
    Object.assign(visit, { how: "click", network: champion.network, browser: champion.browser });
    if (round % 3 !== 2) return "flag";
    visit.browser = "Opera/125";
    return "note";
  },
  R8: (history, crowd, round) => {
    const sale = lastOf(history);
    if (round % 2 === 0) {
      sale.visit = crowd.visit(sale.friend, before(NOW, crowd.dice.between(0, 9) * 1_000));
      return "hold";
    }
    const many = crowd.dice.between(5, 30);
    const that = Array.from({ length: many }, (_, i) => crowd.recommendation(before(NOW, (many - i) * 40 * MINUTE)));
    history.recommendations.splice(-1, 0, ...that);
    return "hold";
  },
  R9: (history, { dice }, round) => {
    if (round % 2 === 0) history.recommendations = history.recommendations.slice(-1 - dice.between(0, 2));
    else history.champion.joinedAt = before(NOW, dice.between(1, 6 * 24 + 23) * HOUR);
    return "routine_check";
  },
  R10: (history, crowd, round) => {
    if (round % 2 === 0) lastOf(history).rewardMinor = crowd.dice.between(5_001, 90_000);
    else {
      const large = [9, 11, 14, 18, 22].map((day) => crowd.recommendation(before(NOW, day * DAY), undefined, { rewardMinor: 5_000 }));
      history.recommendations.splice(-1, 0, ...large.reverse());
    }
    return "routine_check";
  },
  R11: (history, crowd) => {
    history.recommendations.unshift(...[170, 160, 155].map((day) => crowd.recommendation(before(NOW, day * DAY))));
    const earlier = history.recommendations.slice(0, -1);
    const bad = Math.floor(earlier.length * 0.2) + 1 + crowd.dice.between(0, 1);
    for (const sale of earlier.slice(-bad)) sale.takenBack = true;
    return "hold";
  },
  R12: (history, { dice }) => {
    lastOf(history).warning = dice.pick(["dispute_open", "radar_highest", "early_fraud_warning"] as const);
    return "hold";
  },
  R13: (history, { dice }) => {
    history.champion.othersPaidThere = dice.between(1, 4);
    return "hold";
  },
  R14: (history, { dice }) => {
    history.champion.accountChangedAt = before(NOW, dice.between(1, 71) * HOUR);
    return "routine_check";
  },
  R15: (history, _crowd, round) => {
    const [parameter, outcome] = ADS[round % ADS.length]!;
    lastOf(history).visit.ad = { parameter, own: false };
    return outcome;
  },
  R16: (history, { dice }) => {
    const host = dice.pick(history.bannedHosts);
    lastOf(history).visit.from = dice.happens(0.5) ? host : `www.${host}`;
    return "hold";
  },
  R17: (history, crowd) => {
    const { dice } = crowd;
    const days = Array.from({ length: dice.between(8, 14) }, (_, i) => 170 - i * 4);
    history.recommendations.unshift(...days.map((day) => crowd.recommendation(before(NOW, day * DAY))));
    const withCode = Math.ceil(history.recommendations.length * (0.32 + dice.next() * 0.6));
    for (const sale of history.recommendations.slice(-withCode)) Object.assign(sale.visit, { how: "code", at: sale.paidAt });
    return "flag";
  },
  R18: (history, { dice }) => {
    const { visit } = lastOf(history);
    const kind = dice.pick(["bot", "head", "prefetch", "preview"] as const);
    if (kind === "head") visit.method = "HEAD";
    if (kind === "prefetch") visit.headers = { "sec-purpose": "prefetch;prerender" };
    if (kind === "bot") visit.browser = dice.pick(["Googlebot/2.1", "bingbot/2.0", "curl/8.5", "python-requests/2.32", ""]);
    if (kind === "preview") visit.browser = dice.pick(["WhatsApp/2.24", "Slackbot-LinkExpanding 1.0", "facebookexternalhit/1.1"]);
    return "not_counted";
  },
  R19: (history, crowd, round) => {
    const sale = lastOf(history);
    const above = crowd.somebody();
    if (round % 2 === 0) history.champion.broughtBy = [sale.friend];
    else {
      history.champion.broughtBy = [above, crowd.somebody()];
      sale.paidWith = above.card;
    }
    return "hold";
  },
  R20: (history, { dice }, round) => {
    const sale = lastOf(history);
    if (round % 2 === 0) sale.subscriptionEndedAt = before(sale.paidAt, -dice.between(0, 13) * DAY);
    else sale.marginMinor = dice.between(0, sale.rewardMinor - 1);
    return "flag";
  },
  R21: (history, _crowd, round) => {
    history.strict = true;
    const { champion } = history;
    const { friend } = lastOf(history);
    if (round % 2 === 0) friend.street = champion.street;
    else friend.phone = champion.phone;
    return "flag";
  },
};
