import { rootDb, type Deps } from "~/platform/deps.server";
import { traceSchema, type TraceStep } from "~/attribution/attribution-trace";

export interface Evidence {
  purchase: {
    occurredAt: Date;
    paidMinor: bigint;
    taxMinor: bigint;
    discountMinor: bigint;
    currency: string;
    takenBackMinor: bigint;
    lines: { group: string; quantity: number; netMinor: bigint }[];
    codes: string[];
  };
  /** Every touch that was weighed, oldest first. */
  touches: {
    id: string;
    kind: string;
    touchedAt: Date;
    linkLabel: string | null;
    own: boolean;
    won: boolean;
    reason: string | null;
  }[];
  checks: { rule: string; outcome: string; compared: Record<string, string | number | boolean | null> }[];
  trace: TraceStep[];
  boundAt: Date;
}

/** What a decision about a reward rests on: the purchase, the touches and why each won or lost, the checks. */
export async function getEvidence(
  {
    conversionId,
    championId,
    takenBackMinor,
  }: { conversionId: string; championId: string; takenBackMinor: bigint },
  { db = rootDb }: Deps = {},
): Promise<Evidence> {
  return await db.transaction("get-evidence", async (tx) => {
    const conversion = await tx.conversion.findUniqueOrThrow({ where: { id: conversionId } });
    const purchase = await tx.purchase.findUniqueOrThrow({
      where: { id: conversion.purchaseId },
      select: {
        id: true,
        occurredAt: true,
        paidMinor: true,
        taxMinor: true,
        discountMinor: true,
        currency: true,
        codes: true,
      },
    });
    const lines = await tx.purchaseLine.findMany({
      where: { purchaseId: purchase.id },
      orderBy: { position: "asc" },
      select: { group: true, quantity: true, netMinor: true },
    });
    const referral = await tx.referral.findUnique({
      where: { id: conversion.referralId ?? "" },
      select: { boundAt: true, touchId: true },
    });
    const weighed = await tx.conversionTouch.findMany({ where: { conversionId } });
    const touches = await tx.touch.findMany({
      where: { id: { in: [...weighed.map(({ touchId }) => touchId), referral?.touchId ?? ""] } },
      orderBy: { touchedAt: "asc" },
    });
    const links = await tx.link.findMany({
      where: { id: { in: touches.map(({ linkId }) => linkId) } },
      select: { id: true, label: true },
    });
    const checks = await tx.trustCheck.findMany({ where: { conversionId } });
    return {
      purchase: { ...purchase, takenBackMinor, lines },
      touches: touches.map(({ id, kind, touchedAt, linkId, championId: owner }) => {
        const outcome = weighed.find(({ touchId }) => touchId === id);
        return {
          id,
          kind,
          touchedAt,
          linkLabel: links.find((link) => link.id === linkId)?.label ?? null,
          own: owner === championId,
          won: outcome?.won ?? referral?.touchId === id,
          reason: outcome?.reason ?? null,
        };
      }),
      checks: checks
        .sort((a, b) => a.rule.localeCompare(b.rule, "en", { numeric: true }))
        .map(({ rule, outcome, compared }) => ({
          rule,
          outcome,
          compared: compared as Evidence["checks"][number]["compared"],
        })),
      trace: traceSchema.parse(conversion.trace) as TraceStep[],
      boundAt: referral?.boundAt ?? conversion.occurredAt,
    };
  });
}
