import { splitByWeights } from "~/platform/split-by-weights";

/** Ways to divide one sale among the touches that could have brought it. Vouch pays by the first or the last (A4, A5). */
export const COMPARED_MODELS = ["first", "last", "linear", "position"] as const;
export type ComparedModel = (typeof COMPARED_MODELS)[number];

/** A touch as it was weighed for the sale. */
export interface ComparedTouch {
  touchId: string;
  championId: string;
  linkId: string;
  touchedAt: Date;
  /** The click id or the code: orders touches of the same moment. */
  source: string;
  /** Why it lost; null for the winner and for another touch of the same champion. */
  reason: string | null;
}

export interface ComparedSale {
  /** What is divided, in minor units; not negative. */
  amountMinor: bigint;
  /** Who has the friend by the decision that stands; null when the sale is nobody's, by any model. */
  owner: { championId: string; linkId: string } | null;
  touches: readonly ComparedTouch[];
}

export interface ModelCredit {
  /** Null when a person gave the sale to somebody without a touch (A19). */
  touchId: string | null;
  championId: string;
  linkId: string;
  amountMinor: bigint;
}

/** Lost to somebody else and to nothing of their own: under another model they could have had a part. */
const COULD_HAVE_WON: ReadonlySet<string | null> = new Set([null, "other_champion", "already_bound"]);

/**
 * The same sale under each model, from the same weighed touches, to the minor unit: the parts of each model add up to
 * the sale. Touches that could not count for a reason of their own get nothing under any model. Pure.
 */
export function compareModels({ amountMinor, owner, touches }: ComparedSale): Record<ComparedModel, ModelCredit[]> {
  const valid = owner ? touches.filter(({ reason }) => COULD_HAVE_WON.has(reason)).sort(byTime) : [];
  const sharers = valid.length === 0 && owner ? [{ touchId: null, ...owner }] : valid;
  const under = (model: ComparedModel): ModelCredit[] => {
    const parts = splitByWeights(amountMinor, WEIGHTS[model](sharers.length));
    return sharers.map(({ touchId, championId, linkId }, i) => ({ touchId, championId, linkId, amountMinor: parts[i] ?? 0n }));
  };
  return { first: under("first"), last: under("last"), linear: under("linear"), position: under("position") };
}

/** How much each of `count` touches weighs, the earliest first. */
const WEIGHTS: Record<ComparedModel, (count: number) => bigint[]> = {
  first: (count) => weights(count, (i) => (i === 0 ? 1n : 0n)),
  last: (count) => weights(count, (i) => (i === count - 1 ? 1n : 0n)),
  linear: (count) => weights(count, () => 1n),
  // 40 % to the first, 40 % to the last, 20 % among those between; of two, half each.
  position: (count) => weights(count, (i) => (count > 2 && (i === 0 || i === count - 1) ? 2n * BigInt(count - 2) : 1n)),
};

function weights(count: number, weigh: (index: number) => bigint): bigint[] {
  return Array.from({ length: count }, (_, i) => weigh(i));
}

function byTime(a: ComparedTouch, b: ComparedTouch): number {
  return a.touchedAt.getTime() - b.touchedAt.getTime() || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}
