import type { BrokenToken, NewTouch } from "~/attribution/read-friend.server";
import type { Carried } from "~/attribution/presented-touches";
import type { Friend } from "~/commerce/lock-friend.server";
import type { Tx } from "~/platform/db.server";
import { secretHash } from "~/platform/secrets.server";
import { readClickToken, type ClickToken } from "~/sharing/click-token.server";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";
import { findPresented } from "~/sharing/find-presented.server";

/** Tokens and codes handed over at one moment for one friend. */
export interface Handover {
  subjectId: string;
  at: Date;
  clickTokens: readonly string[];
  codes: readonly string[];
}

export interface Presented {
  touches: NewTouch[];
  /** What each moment carried, by click id or code. */
  carried: Carried[];
  broken: BrokenToken[];
  /** The initial a friend agreed to show, by click id (S5). */
  initials: Map<string, string | null>;
}

/** What the friend's payments handed over, each with its moment. */
export function handoversOf(friend: Friend): Handover[] {
  return friend.purchases.map((purchase) => ({
    subjectId: purchase.customerId ?? purchase.id,
    at: purchase.occurredAt,
    clickTokens: purchase.clickTokens,
    codes: purchase.codes,
  }));
}

/**
 * Reads tokens and codes: each is a touch (A5). A token is ours only when a key of ours signed it for a link
 * that exists in that program (A9, I25); a code that is nobody's is a discount of the shop's own and means nothing here.
 */
export async function readPresented(tx: Tx, handovers: readonly Handover[]): Promise<Presented> {
  const read = handovers.flatMap((handover) => handover.clickTokens.map((token) => ({ handover, token, facts: readClickToken(token) })));
  const ours = read.flatMap(({ facts }) => ("error" in facts ? [] : [facts]));
  const typed = handovers.flatMap((handover) => handover.codes.map((code) => ({ handover, code })));
  const [{ links, claims }, ...codeLinks] = await Promise.all([findPresented(tx, ours), ...typed.map(({ code }) => findLinkByCode(tx, code))]);
  const belongs = (facts: ClickToken) => links.get(facts.linkId)?.programId === facts.programId;
  const touches: NewTouch[] = [];
  const carried: Carried[] = [];
  const broken: BrokenToken[] = [];
  for (const { handover, token, facts } of read) {
    const { at, subjectId } = handover;
    const link = "error" in facts ? undefined : links.get(facts.linkId);
    if ("error" in facts || !link || !belongs(facts)) {
      broken.push({ source: secretHash(token).slice(0, 12), presentedAt: at });
      continue;
    }
    const kind = claims.has(facts.clickId) ? "claim" : "token";
    touches.push({ ...ownerOf(link), kind, source: facts.clickId, subjectId, touchedAt: facts.at, presentedAt: at });
    carried.push({ source: facts.clickId, at });
  }
  for (const [i, { handover: { at, subjectId }, code }] of typed.entries()) {
    const link = codeLinks[i];
    if (!link) continue;
    touches.push({ ...ownerOf(link), kind: "code", source: code, subjectId, touchedAt: at, presentedAt: at });
    carried.push({ source: code, at });
  }
  const initials = new Map([...claims].map(([clickId, { initial }]) => [clickId, initial]));
  return { touches, carried, broken, initials };
}

function ownerOf(link: { id: string; championId: string; programId: string }) {
  return { linkId: link.id, championId: link.championId, programId: link.programId };
}
