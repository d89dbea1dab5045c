import type { Tx } from "~/platform/db.server";

/** Keeps a list under its name; the same list again is kept longer. */
export async function keepTokenList(tx: Tx, { id, tokens, keptUntil }: { id: string; tokens: string[]; keptUntil: Date }): Promise<void> {
  await tx.tokenList.upsert({ where: { id }, create: { id, tokens, keptUntil }, update: { keptUntil } });
}

/** The tokens under a name, in order; null when it is nobody's, or forgotten. */
export async function findTokenList(tx: Tx, id: string): Promise<string[] | null> {
  return (await tx.tokenList.findUnique({ where: { id } }))?.tokens ?? null;
}

/** @returns how many were forgotten */
export async function deleteTokenLists(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.tokenList.deleteMany({ where: { keptUntil: { lt: before } } });
  return count;
}
