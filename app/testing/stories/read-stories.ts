import { on } from "../builders/friend-history";

/** Something a friend hands to the shop. */
export type Item = { kind: "link" | "code"; of: string; label: string | null } | { kind: "forged" } | { kind: "stranger" };

/** What differs from the program's ordinary rules: first touch, 30 days of click memory, 365 days to qualify. */
export interface Terms {
  model?: "first" | "last";
  clickMemoryDays?: number;
  qualifyDays?: number | null;
  minimumMinor?: bigint;
  capMinor?: bigint;
}

export type Happening =
  | { what: "follows" | "claims"; who: string; of: string; label: string | null }
  | { what: "signs up" | "is announced"; who: string; items: Item[] }
  | { what: "pays" | "buys"; who: string; currency: string; amountMinor: bigint; program: string | null; items: Item[] }
  | { what: "works for"; who: string; organisation: string }
  | { what: "pauses" | "leaves" | "is blocked"; who: string }
  | { what: "ends"; program: string }
  | { what: "changes"; program: string; terms: Terms }
  | { what: "staff"; about: "payment" | "sign-up"; number: number; to: string | null }
  | { what: "approved"; payment: number }
  | { what: "refunded"; payment: number; amountMinor: bigint };

export interface StoryEvent {
  happening: Happening;
  at: Date;
  /** When we heard of it. */
  toldAt: Date;
}

export interface Story {
  title: string;
  /** Rows of the conflict table (A7) it stands for. */
  table: string[];
  terms: Map<string, Terms>;
  /** Two names of one person: the same address. */
  same: [string, string][];
  /** Who paid before we listened, and when. */
  paidBefore: Map<string, Date>;
  /** In the order of the file, which numbers payments and sign-ups. */
  events: StoryEvent[];
  expected: string[];
}

/** Reads a file of stories; the grammar stands in `app/attribution/stories/README.md`. @throws SyntaxError with the line */
export function readStories(text: string): Story[] {
  const stories: Story[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (!raw.startsWith(" ")) {
      stories.push({ title: line, table: [], terms: new Map(), same: [], paidBefore: new Map(), events: [], expected: [] });
      continue;
    }
    const story = stories.at(-1);
    if (!story || !readLine(line, story)) throw new SyntaxError(`line ${index + 1} is no part of a story: ${line}`);
  }
  return stories;
}

const DAY = String.raw`day (-?\d+(?: [\d:.]+)?)`;

function readLine(line: string, story: Story): boolean {
  if (line.startsWith("=> ")) return story.expected.push(line.slice(3)) > 0;
  const match = (pattern: string) => new RegExp(`^${pattern}$`).exec(line)?.slice(1);
  const table = match("table: (.+)");
  if (table) return story.table.push(table[0]!) > 0;
  const event = match(`${DAY}\\s+(.+?)(?:, told on ${DAY})?`);
  if (event) {
    const happening = readHappening(event[1]!);
    if (!happening) return false;
    const at = on(event[0]!);
    return story.events.push({ happening, at, toldAt: event[2] === undefined ? at : on(event[2]) }) > 0;
  }
  const terms = match("(\\w+): (.+)");
  if (terms) return story.terms.set(terms[0]!, readTerms(terms[1]!)) !== undefined;
  const same = match("(\\w+) is (\\w+)");
  if (same) return story.same.push([same[0]!, same[1]!]) > 0;
  const paid = match(`(\\w+) paid before, on ${DAY}`);
  return paid !== undefined && story.paidBefore.set(paid[0]!, on(paid[1]!)) !== undefined;
}

function readHappening(text: string): Happening | null {
  const match = (pattern: string) => new RegExp(`^${pattern}$`).exec(text)?.slice(1);
  const shared = match("(\\w+) (follows|claims) (\\w+)'s(?: (\\w+))? link");
  if (shared) return { what: shared[1] as "follows", who: shared[0]!, of: shared[2]!, label: shared[3] ?? null };
  const lead = match("(\\w+) (signs up|is announced)(?: with (.+))?");
  if (lead) return { what: lead[1] as "signs up", who: lead[0]!, items: readItems(lead[2]) };
  const paid = match("(\\w+) (pays|buys)(?: (EUR|USD) (\\d+))?(?: in (\\w+))?(?: with (.+))?");
  if (paid) {
    const [who, what, currency = "EUR", amount = "80", program = null, items] = paid;
    return { what: what as "pays", who: who!, currency, amountMinor: BigInt(amount) * 100n, program, items: readItems(items) };
  }
  const employed = match("(\\w+) works for (\\w+)");
  if (employed) return { what: "works for", who: employed[0]!, organisation: employed[1]! };
  const member = match("(\\w+) (pauses|leaves|is blocked)");
  if (member) return { what: member[1] as "pauses", who: member[0]! };
  const ended = match("(friends|affiliates) ends");
  if (ended) return { what: "ends", program: ended[0]! };
  const changed = match("(friends|affiliates) changes to (.+)");
  if (changed) return { what: "changes", program: changed[0]!, terms: readTerms(changed[1]!) };
  const staff = match("staff give (payment|sign-up) (\\d+) to (\\w+)");
  if (staff) return { what: "staff", about: staff[0] as "payment", number: Number(staff[1]), to: staff[2] === "nobody" ? null : staff[2]! };
  const approved = match("the reward of payment (\\d+) is approved");
  if (approved) return { what: "approved", payment: Number(approved[0]) };
  const refunded = match("EUR (\\d+) of payment (\\d+) is refunded");
  return refunded ? { what: "refunded", payment: Number(refunded[1]), amountMinor: BigInt(refunded[0]!) * 100n } : null;
}

function readItems(text: string | undefined): Item[] {
  return (text?.split(/, | and /) ?? []).map((item): Item => {
    const own = /^(\w+)'s(?: (\w+))? (link|code)$/.exec(item);
    if (own) return { kind: own[3] as "link" | "code", of: own[1]!, label: own[2] ?? null };
    if (item === "a forged token") return { kind: "forged" };
    if (item === "a code of nobody") return { kind: "stranger" };
    throw new SyntaxError(`nobody can hand over: ${item}`);
  });
}

function readTerms(text: string): Terms {
  return Object.assign({}, ...text.split(", ").map((term): Terms => {
    const [number = ""] = /\d+/.exec(term) ?? [];
    if (/^(first|last) touch$/.test(term)) return { model: term.split(" ")[0] as "first" | "last" };
    if (/^click memory of \d+ days$/.test(term)) return { clickMemoryDays: Number(number) };
    if (/^\d+ days to qualify$/.test(term)) return { qualifyDays: Number(number) };
    if (term === "no end to qualify") return { qualifyDays: null };
    if (/^minimum of EUR \d+$/.test(term)) return { minimumMinor: BigInt(number) * 100n };
    if (/^cap of EUR \d+$/.test(term)) return { capMinor: BigInt(number) * 100n };
    throw new SyntaxError(`no program has these terms: ${term}`);
  })) as Terms;
}
