import type { StripeThing } from "~/platform/gateways/stripe-compare.server";
import type { FoundDrift } from "./drift";
import { REVERSAL_BACK_KEY, REVERSAL_KEY } from "./rail";

/** Something that was taken back here, or may have been. */
export interface ComparedReturn {
  id: string;
  rewardId: string;
  /** Stripe's name for what was handed over. */
  givenRef: string;
  status: string;
  amountMinor: bigint;
  currency: string;
}

const said = (amountMinor: bigint, currency: string) => `${amountMinor} ${currency}`;

/** Credit that was taken off one customer's balance, less what was given back at once, both ways (I32, M18). */
export function compareCreditReturns(returns: readonly ComparedReturn[], credits: readonly StripeThing[]): FoundDrift[] {
  const taken = new Map<string, bigint>();
  for (const { metadata, amountMinor } of credits) {
    const mark = metadata[REVERSAL_KEY] ?? metadata[REVERSAL_BACK_KEY];
    if (mark !== undefined) taken.set(mark, (taken.get(mark) ?? 0n) - amountMinor);
  }
  const known = new Map(returns.map((one) => [one.id, one]));
  const drifts = returns.filter(({ status }) => status === "confirmed").flatMap((one): FoundDrift[] => {
    const theirs = taken.get(one.id);
    if (theirs === one.amountMinor) return [];
    const kind = theirs === undefined ? "return_missing" : "return_differs";
    return [{ kind, object: one.id, rewardId: one.rewardId, ours: said(one.amountMinor, one.currency), theirs: theirs === undefined ? null : said(theirs, one.currency) }];
  });
  const currency = credits[0]?.currency ?? "";
  const unknown = [...taken].filter(([mark, amount]) => amount !== 0n && !known.has(mark));
  return [...drifts, ...unknown.map(([object, amount]): FoundDrift => ({ kind: "return_unknown", object, rewardId: null, ours: null, theirs: said(amount, currency) }))];
}

/** What was taken back of each transfer, by whoever, against what the book knows of it; one that is under way is its job's. */
export function compareTransferReturns(returns: readonly ComparedReturn[], transfers: readonly StripeThing[], ours: ReadonlyMap<string, string>): FoundDrift[] {
  return transfers.flatMap(({ id, returnedMinor, currency }): FoundDrift[] => {
    const own = returns.filter(({ givenRef }) => givenRef === id);
    const rewardId = ours.get(id);
    if (rewardId === undefined || own.some(({ status }) => status === "sent" || status === "unknown")) return [];
    const known = own.reduce((sum, { status, amountMinor }) => (status === "confirmed" ? sum + amountMinor : sum), 0n);
    return known === returnedMinor ? [] : [{ kind: "return_differs", object: id, rewardId, ours: said(known, currency), theirs: said(returnedMinor, currency) }];
  });
}

/** A personal code that was switched off stays so. */
export function compareCodeReturn({ givenRef, rewardId, amountMinor, currency }: ComparedReturn, code: StripeThing | null): FoundDrift[] {
  if (code?.status !== "active") return [];
  return [{ kind: "return_missing", object: givenRef, rewardId, ours: said(amountMinor, currency), theirs: null }];
}
