import type { History } from "./history";
import { before, DAY, HOUR, lastOf, NOW, type Crowd } from "./people";

/** Lets honest people look a little alike. */
type Life = (history: History, crowd: Crowd, round: number) => void;

/** Twenty each: what people who live, work or travel together have in common without any harm. */
export const LIVES: Record<string, Life> = {
  flatmates: (history, { dice }) => {
    const { champion } = history;
    const { friend, visit } = lastOf(history);
    champion.signedInAt = before(visit.at, dice.between(1, 60) * HOUR);
    Object.assign(friend, { network: champion.network, street: champion.street });
    visit.network = champion.network;
    if (dice.happens(0.2)) visit.browser = champion.browser;
  },
  couples: (history, { dice }, round) => {
    const { champion } = history;
    const { friend, visit } = lastOf(history);
    champion.signedInAt = before(visit.at, dice.between(1, 20) * HOUR);
    Object.assign(friend, { network: champion.network, street: champion.street, mail: `family${round}@ziggo.nl` });
    champion.mail = `other${round}@ziggo.nl`;
    visit.network = champion.network;
  },
  colleagues: (history, { dice }, round) => {
    const host = `@team${round}.example-office.nl`;
    history.champion.mail = `me${host}`;
    lastOf(history).friend.mail = `you${host}`;
    // Three of one office are held by the book; that happens to honest people too, and seldom.
    if (dice.happens(0.15)) history.recommendations[0]!.friend.mail = `her${host}`;
    if (round === 7) for (const [i, { friend }] of history.recommendations.slice(-3).entries()) friend.mail = `p${i}${host}`;
  },
  office: (history, { dice }) => {
    const { champion, recommendations } = history;
    champion.signedInAt = before(NOW, dice.between(1, 100) * HOUR);
    for (const { visit } of recommendations.slice(-2)) visit.network = champion.network;
  },
  travel: (history, crowd) => {
    const { champion } = history;
    const sale = lastOf(history);
    champion.signedInAt = before(NOW, crowd.dice.between(1, 30) * HOUR);
    champion.network = crowd.dice.pick(["net_airport", "net_hotel", "net_train"]);
    sale.visit = crowd.visit(sale.friend, before(NOW, crowd.dice.between(1, 25) * DAY), { network: "net_hotel" });
  },
};
