import type { Tx } from "~/platform/db.server";
import { lookalikeOf } from "./referral-code";

/** A link as the click path and the landing page need it. */
export interface LinkOfCode {
  id: string;
  championId: string;
  programId: string;
  label: string | null;
  /** The code the champion uses now; a renamed one leads to the same link. */
  currentCode: string;
}

interface NewLink {
  id: string;
  championId: string;
  programId: string;
  label: string | null;
  isMain: boolean;
  createdAt: Date;
}

/** Adds a link; its code comes with `insertCode` in the same transaction. */
export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.link.create({ data: link });
}

/**
 * Makes a code the current one of its link. Waits for a rival transaction that is taking the same code.
 * @returns false when the code, or one that looks like it, belongs to another link: nothing was changed
 */
export async function insertCode(tx: Tx, code: string, linkId: string, now: Date): Promise<boolean> {
  // Two renames of one link at once: the later one waits here.
  await tx.$queryRaw`select id from link where id = ${linkId} for update`;
  const data = { key: code, linkId, isCurrent: false, createdAt: now };
  await tx.referralCode.createMany({ data, skipDuplicates: true });
  const owner = await findCode(tx, code);
  // An older code of the same link may be taken up again, in exactly the spelling it has.
  if (owner?.linkId !== linkId || owner.key !== code) return false;
  await tx.referralCode.updateMany({ where: { linkId, isCurrent: true }, data: { isCurrent: false } });
  await tx.referralCode.update({ where: { key: code }, data: { isCurrent: true } });
  return true;
}

async function findCode(tx: Tx, code: string): Promise<{ key: string; linkId: string } | null> {
  const rows = await tx.$queryRaw<{ key: string; linkId: string }[]>`
    select key, link_id as "linkId" from referral_code where translate(key, 'OIL-', '011') = ${lookalikeOf(code)}`;
  return rows[0] ?? null;
}

/** The link a code leads to, in any spelling a reader could mistake for it; old codes count (null: no such code). */
export async function findLinkByCode(tx: Tx, code: string): Promise<LinkOfCode | null> {
  const rows = await tx.sql.rows<LinkOfCode>`
    select l.id, l.champion_id, l.program_id, l.label, now.key as current_code
      from referral_code c
      join link l on l.id = c.link_id
      join referral_code now on now.link_id = l.id and now.is_current
     where translate(c.key, 'OIL-', '011') = ${lookalikeOf(code)}`;
  return rows[0] ?? null;
}

/** A code, old ones included, and the link it leads to. */
export interface KnownCode {
  key: string;
  id: string;
  programId: string;
}

/** The codes that look like these (`lookalikeOf`); what nobody has is left out. */
export async function listCodesAlike(tx: Tx, lookalikes: string[]): Promise<KnownCode[]> {
  return tx.$queryRaw<KnownCode[]>`
    select c.key, l.id, l.program_id as "programId" from referral_code c join link l on l.id = c.link_id
     where translate(c.key, 'OIL-', '011') = any(${lookalikes})`;
}

/** Codes in the order of their keys, from after `key` on. */
export async function listCodesAfter(tx: Tx, key: string, limit: number): Promise<KnownCode[]> {
  return tx.$queryRaw<KnownCode[]>`
    select c.key, l.id, l.program_id as "programId" from referral_code c join link l on l.id = c.link_id
     where c.key > ${key} order by c.key limit ${limit}`;
}

/** Which of these codes belong to somebody already, in any spelling that looks like them. */
export async function listTaken(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ alike: string }[]>`
    select translate(key, 'OIL-', '011') as alike from referral_code
     where translate(key, 'OIL-', '011') = any(${codes.map(lookalikeOf)})`;
  const taken = new Set(rows.map((row) => row.alike));
  return codes.filter((code) => taken.has(lookalikeOf(code)));
}

/** One link of a champion with its current code; null when it is another champion's. */
export async function findOwnLink(tx: Tx, championId: string, linkId: string) {
  const link = await tx.link.findFirst({ where: { id: linkId, championId } });
  return link && { ...link, code: (await currentCodes(tx, [link.id])).get(link.id) ?? "" };
}

/** The link that carries the champion's personal code; null before joining is complete. */
export async function findMainLink(tx: Tx, championId: string) {
  const link = await tx.link.findFirst({ where: { championId, isMain: true } });
  return link && { ...link, code: (await currentCodes(tx, [link.id])).get(link.id) ?? "" };
}

/** A champion's links, the main one first, then the newest; those put away only when asked for. */
export async function listLinksOf(tx: Tx, championId: string, { withRetired = false } = {}) {
  const links = await tx.link.findMany({
    where: { championId, ...(withRetired ? {} : { retiredAt: null }) },
    orderBy: [{ isMain: "desc" }, { createdAt: "desc" }],
    take: 100,
  });
  const codes = await currentCodes(tx, links.map((link) => link.id));
  return links.map((link) => ({ ...link, code: codes.get(link.id) ?? "" }));
}

/** Codes a link had before the present one; they keep working. */
export async function listOldCodes(tx: Tx, linkId: string): Promise<string[]> {
  const rows = await tx.referralCode.findMany({ where: { linkId, isCurrent: false }, orderBy: { createdAt: "desc" } });
  return rows.map((row) => row.key);
}

/** How many links a champion has in use; another request that wants to add one waits until this one is through. */
export async function countLinksLocked(tx: Tx, championId: string): Promise<number> {
  // A lock on rows that exist does not hold back a new row.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`links:${championId}`}, 0))::text`;
  return tx.link.count({ where: { championId, retiredAt: null } });
}

/** Renames the place a link is for, or puts it away: it keeps working for whoever has it. */
export async function updateLink(tx: Tx, linkId: string, data: { label?: string; retiredAt?: Date | null }): Promise<void> {
  await tx.link.update({ where: { id: linkId }, data });
}

/** The present code of each link. */
export async function currentCodes(tx: Tx, linkIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.referralCode.findMany({ where: { linkId: { in: linkIds }, isCurrent: true } });
  return new Map(rows.map((row) => [row.linkId, row.key]));
}

/** Links by their ids, of any champion; who is not there is left out. */
export async function listLinksByIds(tx: Tx, ids: string[]): Promise<{ id: string; championId: string; programId: string }[]> {
  return await tx.sql.rows`select id, champion_id, program_id from link where id = any(${ids})`;
}

/** The code a link has now; empty when it has none. */
export async function currentCodeOf(tx: Tx, linkId: string): Promise<string> {
  return (await currentCodes(tx, [linkId])).get(linkId) ?? "";
}
