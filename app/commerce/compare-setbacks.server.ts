import type { Tx } from "~/platform/db.server";
import type { StripeThing } from "~/platform/gateways/stripe-compare.server";
import { refundStatusOf } from "./refund-status";

export interface SetbackDifference {
  what: "unheard" | "differs" | "gone";
  object: string;
  ours: string | null;
  theirs: string | null;
}

interface Known {
  key: string;
  amountMinor: bigint;
  currency: string;
  status: string;
}

/**
 * Refunds or disputes of Stripe's against ours since a moment, both ways (M18). Those of payments we know nothing of are not
 * ours, and the newest, made after `until`, may still be on their way.
 */
export async function compareSetbacks(
  tx: Tx,
  { of, things, since, until }: { of: "refund" | "dispute"; things: readonly StripeThing[]; since: Date; until: Date },
): Promise<SetbackDifference[]> {
  const occurredAt = { gte: since, lt: until };
  const ours: Known[] =
    of === "refund"
      ? await tx.refund.findMany({ where: { occurredAt, key: { startsWith: "re_" } } })
      : await tx.dispute.findMany({ where: { occurredAt } });
  const settled = things.filter(({ createdAt }) => createdAt < until);
  const said = (one: { amountMinor: bigint; currency: string; status: string }) => `${one.amountMinor} ${one.currency}, ${one.status}`;
  const known = new Map(ours.map((one) => [one.key, one]));
  const there = new Set(things.map(({ id }) => id));
  const heard = await knownPayments(tx, settled.flatMap(({ paymentKeys }) => paymentKeys));
  const differences = settled.flatMap((thing): SetbackDifference[] => {
    const mine = known.get(thing.id);
    const theirs = said({ ...thing, status: of === "refund" ? refundStatusOf(thing.status) : thing.status });
    if (mine) return said(mine) === theirs ? [] : [{ what: "differs", object: thing.id, ours: said(mine), theirs }];
    return thing.paymentKeys.some((key) => heard.has(key)) ? [{ what: "unheard", object: thing.id, ours: null, theirs }] : [];
  });
  const gone = ours.filter(({ key }) => !there.has(key));
  return [...differences, ...gone.map((one): SetbackDifference => ({ what: "gone", object: one.key, ours: said(one), theirs: null }))];
}

async function knownPayments(tx: Tx, keys: string[]): Promise<Set<string>> {
  const rows = await tx.purchase.findMany({ where: { paymentIntentId: { in: keys } }, select: { paymentIntentId: true } });
  return new Set(rows.map(({ paymentIntentId }) => paymentIntentId ?? ""));
}
