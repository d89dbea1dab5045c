import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { traceSchema, type TraceStep } from "./attribution-trace";
import { findConversion } from "./conversion-store.server";
import { listHandAttributionsOf } from "./hand-attribution-store.server";
import { findLeadView } from "./lead-store.server";
import { listWeighedTouches, type WeighedTouchView } from "./touch-store.server";

export interface ConversionDetail {
  id: string;
  /** Null for a sign-up. */
  purchaseId: string | null;
  /** What the shop calls the sign-up; null for a sale. */
  signUp: { eventName: string } | null;
  occurredAt: Date;
  decidedAt: Date;
  outcome: "attributed" | "unattributed";
  /** Why it is nobody's; null when somebody won it. */
  reason: string | null;
  championId: string | null;
  linkId: string | null;
  /** What a decision by hand says it looked at (A19). */
  factsHash: string;
  /** What staff decided about this very sale or sign-up, the latest last (A19). */
  hands: { championId: string | null; reason: string; by: string; decidedAt: Date }[];
  /** When the friend was bound to whoever won; null when nobody did. */
  boundAt: Date | null;
  /** Everybody who has a part in it, by the id of the champion. */
  champions: Record<string, { personId: string; name: string }>;
  /** Every touch that was weighed, and the one that bound the friend before; oldest first. */
  touches: WeighedTouchView[];
  trace: TraceStep[];
  program: { slug: string; zone: string; model: "first" | "last" } | null;
}

/** One sale or sign-up with all that was compared to decide whose it is (S4), for staff. @throws NotFoundError */
export async function getConversion(tx: Tx, id: string): Promise<ConversionDetail> {
  const conversion = await findConversion(tx, id);
  if (!conversion) throw new NotFoundError("conversion", { id });
  const { purchaseId, leadId, occurredAt, decidedAt, outcome, reason, championId, linkId, factsHash } = conversion;
  const referral = await tx.referral.findUnique({
    where: { id: conversion.referralId ?? "" },
    select: { boundAt: true, touchId: true, programVersionId: true },
  });
  const touches = await listWeighedTouches(tx, { conversionId: id, boundBy: referral?.touchId ?? null });
  const hands = await listHandAttributionsOf(tx, conversion);
  const lead = leadId && (await findLeadView(tx, leadId));
  const champions = await tx.champion.findMany({
    where: { id: { in: [...touches, ...hands, conversion].flatMap((one) => one.championId ?? []) } },
    select: { id: true, personId: true, displayName: true },
  });
  return {
    id, purchaseId, signUp: lead ? { eventName: lead.eventName } : null, occurredAt, decidedAt, outcome, reason, championId, linkId, factsHash,
    hands: hands.map(({ championId: to, reason: why, by, decidedAt: at }) => ({ championId: to, reason: why, by, decidedAt: at })),
    boundAt: referral?.boundAt ?? null,
    champions: Object.fromEntries(champions.map(({ id: champion, personId, displayName: name }) => [champion, { personId, name }])),
    touches,
    trace: traceSchema.parse(conversion.trace) as TraceStep[],
    program: referral && (await programOf(tx, referral.programVersionId)),
  };
}

/** The program a friend was bound in, by the rules frozen then (W2). */
async function programOf(tx: Tx, versionId: string): Promise<ConversionDetail["program"]> {
  const { programId, rules } = await tx.programVersion.findUniqueOrThrow({ where: { id: versionId }, select: { programId: true, rules: true } });
  const { slug, calendar } = await tx.program.findUniqueOrThrow({ where: { id: programId }, select: { slug: true, calendar: true } });
  // Both were checked when they were published.
  return { slug, zone: (calendar as { zone: string }).zone, model: (rules as { model: "first" | "last" }).model };
}
