import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import { newId } from "~/platform/ids";
import type { FunnelEventKind } from "../../prisma/generated/enums";

const CLAIM = columnsOf(Prisma.ClaimScalarFieldEnum);

export interface NewFunnelEvent {
  kind: FunnelEventKind;
  championId: string;
  linkId?: string | null;
  channel?: string | null;
  /** With a click id the event happens once per kind and click. */
  clickId?: string | null;
  occurredAt: Date;
}

/** Appends a funnel event. @returns false when this click had one of this kind already */
export async function insertFunnelEvent(tx: Tx, event: NewFunnelEvent): Promise<boolean> {
  const { count } = await tx.funnelEvent.createMany({ data: { id: newId("fct"), ...event }, skipDuplicates: true });
  return count === 1;
}

/** Appends several at once; what a click had of its kind already stays as it was. */
export async function insertFunnelEvents(tx: Tx, events: NewFunnelEvent[]): Promise<void> {
  await tx.funnelEvent.createMany({ data: events.map((event) => ({ id: newId("fct"), ...event })), skipDuplicates: true });
}

/** Keeps a claim, once per click. @returns false when that click was claimed before: the first claim stands */
export async function insertClaim(
  tx: Tx,
  claim: { clickId: string; linkId: string; initial: string | null; claimedAt: Date },
): Promise<boolean> {
  const { count } = await tx.claim.createMany({ data: claim, skipDuplicates: true });
  return count === 1;
}

/** Keeps that whoever claimed this click agreed to a cookie, and to which words; the first yes stands. */
export async function insertCookieConsent(tx: Tx, consent: { clickId: string; wording: string; givenAt: Date }): Promise<void> {
  await tx.cookieConsent.createMany({ data: consent, skipDuplicates: true });
}

/** The claims made for these clicks: when, and the initial the friend agreed to show (S5). */
export async function listClaims(tx: Tx, clickIds: string[]) {
  return tx.sql.rows<Prisma.ClaimGetPayload<object>>`select ${CLAIM} from claim where click_id = any(${clickIds})`;
}

/** How often each link was claimed and its share buttons pressed. */
export async function countEvents(tx: Tx, linkIds: string[]): Promise<Map<string, { claimed: number; shared: number }>> {
  const rows = await tx.funnelEvent.groupBy({
    by: ["linkId", "kind"],
    where: { linkId: { in: linkIds }, kind: { in: ["claimed", "share_pressed"] } },
    _count: true,
  });
  const counts = new Map(linkIds.map((id) => [id, { claimed: 0, shared: 0 }]));
  for (const { linkId, kind, _count } of rows) {
    const count = counts.get(linkId ?? "");
    if (count) count[kind === "claimed" ? "claimed" : "shared"] = _count;
  }
  return counts;
}

/** Claims made through these links from one moment up to another. */
export async function countClaimsOf(tx: Tx, linkIds: string[], from: Date, until: Date): Promise<number> {
  return tx.claim.count({ where: { linkId: { in: linkIds }, claimedAt: { gte: from, lt: until } } });
}
