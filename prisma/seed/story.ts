import { friendEmail, peopleOf, type SeedPerson } from "./people";
import { Chance } from "./random";

export type ProgramSlug = "friends" | "makers";

interface Moment {
  /** Milliseconds before the seed's "now". */
  before: number;
}

/** One thing that happened in the demo's eight months; `prisma/seed/storyteller.ts` lets it happen again. */
export type SeedEvent = Moment &
  (
    | { kind: "join"; who: number; program: ProgramSlug; person: SeedPerson; label?: string }
    | { kind: "apply"; who: number; person: SeedPerson; note: "shop" | "blog" | "cafe" }
    | { kind: "decide-application"; who: number; accept: boolean }
    | { kind: "standing"; who: number; program: ProgramSlug; change: "pause" | "leave" }
    | { kind: "share"; who: number; program: ProgramSlug; channel: "whatsapp" | "mail" | "copy" | "linkedin" }
    | { kind: "visit"; who: number; program: ProgramSlug; visit: number; channel: string; labelled: boolean; bot: boolean }
    | { kind: "claim"; who: number; program: ProgramSlug; visit: number; initial: string | null }
    | { kind: "buy"; visit: number | null; who: number | null; program: ProgramSlug; friend: string; sku: string; quantity: number; byCode: boolean }
    | { kind: "sign-up"; visit: number | null; friend: string }
    | { kind: "by-hand"; who: number; program: ProgramSlug; friend: string }
    | { kind: "refund"; friend: string; part: number }
    | { kind: "renew"; friend: string }
    | { kind: "ask"; who: number; happened: "link" | "code" | "mouth" }
    | { kind: "desk" }
  );

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Two hundred and forty days. */
export const STORY_DAYS = 240;

const CHANNELS = ["whatsapp", "whatsapp", "whatsapp", "mail", "copy", "copy", "linkedin", "qr", "poster", "facebook"] as const;
const SKUS = ["hand-mill", "hand-mill", "pour-over", "morning-1kg", "workshop", "guji-250g", "monthly-1kg"] as const;

/**
 * The demo's history as a list of events, oldest first: who joined and applied, who shared, which friend came, claimed,
 * bought and asked money back, and on which mornings somebody sat at the desk. The same seed gives the same list.
 */
export function writeStory(seed: number): SeedEvent[] {
  const chance = new Chance(seed);
  const events: SeedEvent[] = [];
  const people = peopleOf(chance);
  let visits = 0;
  let friends = 0;

  people.forEach((person, who) => {
    const program: ProgramSlug = who % 6 === 5 ? "makers" : "friends";
    const known = who === 0;
    const before = known ? 170 * DAY : Math.round(chance.between(12, STORY_DAYS - 2) * DAY - chance.between(8, 20) * HOUR);
    const joined = program === "makers" ? application(person, who, before) : join(person, who, before);
    if (joined === null) return;
    const eagerness = known ? 0.8 : chance.next() ** 2;
    const weeks = Math.floor(joined / (7 * DAY));
    for (let week = weeks; week > 0; week--) {
      const shares = chance.happens(0.08 + eagerness * 0.42) ? 1 : 0;
      for (let i = 0; i < shares; i++) shareAndVisits(who, program, week * 7 * DAY, eagerness);
    }
    if (who % 17 === 3) events.push({ kind: "standing", who, program, change: "pause", before: chance.between(2, 9) * DAY });
    if (who % 23 === 7) events.push({ kind: "standing", who, program, change: "leave", before: chance.between(1, 6) * DAY });
  });
  questions();
  strangers();
  for (let day = STORY_DAYS; day >= 3; day -= 5) events.push({ kind: "desk", before: day * DAY - 9 * HOUR });
  return events.sort((a, b) => b.before - a.before);

  function join(person: SeedPerson, who: number, before: number): number {
    events.push({ kind: "join", who, program: "friends", person, before, ...(chance.happens(0.3) && { label: chance.pick(["newsletter", "counter"]) }) });
    return before;
  }

  function application(person: SeedPerson, who: number, before: number): number | null {
    const waits = who > 50;
    const at = waits ? chance.between(10, 50) * HOUR : before;
    events.push({ kind: "apply", who, person, note: chance.pick(["shop", "blog", "cafe"]), before: at });
    if (waits) return null;
    const accept = !chance.happens(0.25);
    const decided = at - chance.between(20, 60) * HOUR;
    events.push({ kind: "decide-application", who, accept, before: decided });
    return accept ? decided - HOUR : null;
  }

  /** Champions who saw nothing come of it: some were answered at the desk, the last ones wait. */
  function questions(): void {
    const stays = (who: number) => who % 17 !== 3 && who % 23 !== 7;
    const asking = events.flatMap((event) => (event.kind === "join" && event.before > 60 * DAY && stays(event.who) ? [event.who] : []));
    const asked = [[0, 34], [3, 21], [5, 12], [7, 2], [0, 1.5], [9, 1]] as const;
    asked.forEach(([place, days], i) => {
      const who = asking[place];
      const happened = (["link", "mouth", "code"] as const)[i % 3] ?? "link";
      if (who !== undefined) events.push({ kind: "ask", who, happened, before: days * DAY });
    });
  }

  /** What came without a champion, or too late, or was told by word of mouth: the desk has something to explain. */
  function strangers(): void {
    const counts = { visit: null, who: null, program: "friends", quantity: 1, byCode: false } as const;
    const met = (days: number) => {
      const visit = visits++;
      events.push({ kind: "visit", who: 0, program: "friends", visit, channel: "whatsapp", labelled: false, bot: false, before: days * DAY });
      return visit;
    };
    events.push({ ...counts, kind: "buy", friend: friendEmail(friends++), sku: "pour-over", before: 26 * DAY });
    events.push({ ...counts, kind: "buy", friend: friendEmail(friends++), sku: "workshop", visit: met(75), before: 40 * DAY });
    const told = friendEmail(friends++);
    events.push({ ...counts, kind: "buy", friend: told, sku: "hand-mill", before: 9 * DAY });
    events.push({ kind: "by-hand", who: 0, program: "friends", friend: told, before: 8 * DAY });
    events.push({ kind: "sign-up", friend: friendEmail(friends++), visit: met(4), before: 3.9 * DAY });
    events.push({ kind: "sign-up", friend: friendEmail(friends++), visit: null, before: 2 * DAY });
  }

  function shareAndVisits(who: number, program: ProgramSlug, weekBefore: number, eagerness: number): void {
    const shared = weekBefore - chance.between(1, 6 * 24) * HOUR;
    if (shared <= HOUR) return;
    events.push({ kind: "share", who, program, channel: chance.pick(["whatsapp", "mail", "copy", "linkedin"]), before: shared });
    for (let i = chance.between(0, 1 + Math.round(eagerness * 4)); i > 0; i--) {
      const visit = visits++;
      const visited = shared - chance.between(1, 40) * HOUR;
      if (visited <= HOUR) continue;
      const bot = chance.happens(0.06);
      events.push({ kind: "visit", who, program, visit, channel: chance.pick(CHANNELS), labelled: chance.happens(0.3), bot, before: visited });
      if (bot || !chance.happens(0.45)) continue;
      const claimed = visited - chance.between(20, 300) * 1_000;
      events.push({ kind: "claim", who, program, visit, initial: chance.happens(0.3) ? chance.pick(["A", "J", "M", "S"]) : null, before: claimed });
      if (chance.happens(0.34)) purchase(who, program, visit, claimed);
    }
    if (chance.happens(0.03)) purchase(who, program, null, shared);
  }

  function purchase(who: number, program: ProgramSlug, visit: number | null, after: number): void {
    const at = after - chance.between(600, 5 * 86_400) * 1_000;
    if (at <= 5 * 60_000) return;
    const friend = friendEmail(friends++);
    const sku = chance.pick(SKUS);
    const byCode = visit === null || chance.happens(0.5);
    // One small bag is below the order the codes are good for; who has one takes two.
    const quantity = byCode && sku === "guji-250g" ? 2 : 1;
    events.push({ kind: "buy", visit, who, program, friend, sku, quantity, byCode, before: at });
    if (sku === "monthly-1kg") {
      for (let month = 1; at - month * 31 * DAY > DAY && month <= 3; month++) {
        events.push({ kind: "renew", friend, before: at - month * 31 * DAY });
      }
    } else if (chance.happens(0.1)) {
      const refunded = at - chance.between(2, 45) * DAY;
      if (refunded > HOUR) events.push({ kind: "refund", friend, part: chance.happens(0.5) ? 1 : 0.5, before: refunded });
    }
  }
}
