import type { Database } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { aChampion } from "./champions";

interface LinkValues {
  champion?: { id: string; programId: string };
  code?: string;
  label?: string | null;
}

/** A link with a current code; the champion is made when none is given. Without a label it is the main link. */
export async function aLink(db: Database, { champion, code, label = null }: LinkValues = {}) {
  const owner = champion ?? (await aChampion(db));
  const id = newId("lnk");
  const key = code ?? `CODE-${id.slice(-10).toUpperCase()}`;
  const createdAt = new Date("2026-10-01T09:00:00Z");
  const link = { id, championId: owner.id, programId: owner.programId, label, isMain: label === null, createdAt };
  await db.transaction("a-link", async (tx) => {
    await tx.link.create({ data: link });
    await tx.referralCode.create({ data: { key, linkId: id, isCurrent: true, createdAt } });
  });
  return { ...link, code: key };
}
