import type { Tx } from "~/platform/db.server";
import type { Area } from "./session";

export interface SignInCodeRow {
  id: string;
  emailHash: string;
  codeHash: string;
  browserHash: string;
  area: Area;
  returnTo: string | null;
  claimed: string[];
  attempts: number;
  createdAt: Date;
  expiresAt: Date;
  consumedAt: Date | null;
}

export async function insertSignInCode(tx: Tx, row: SignInCodeRow & { linkTokenHash: string }): Promise<void> {
  await tx.signInCode.create({ data: row });
}

/** The newest code this browser asked for: an older one gives way to it. */
export function findNewestCode(tx: Tx, browserHash: string, area: Area): Promise<SignInCodeRow | null> {
  return tx.signInCode.findFirst({ where: { browserHash, area }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
}

/** As `findNewestCode`, holding the row, so that parallel tries are counted one after another. */
export async function lockNewestCode(tx: Tx, browserHash: string, area: Area): Promise<SignInCodeRow | null> {
  const found = await findNewestCode(tx, browserHash, area);
  return found && lockCode(tx, { id: found.id });
}

export function findCodeByLink(tx: Tx, linkTokenHash: string): Promise<SignInCodeRow | null> {
  return tx.signInCode.findUnique({ where: { linkTokenHash } });
}

export async function lockCodeByLink(tx: Tx, linkTokenHash: string): Promise<SignInCodeRow | null> {
  const found = await findCodeByLink(tx, linkTokenHash);
  return found && lockCode(tx, { id: found.id });
}

async function lockCode(tx: Tx, { id }: { id: string }): Promise<SignInCodeRow | null> {
  await tx.$queryRaw`select id from sign_in_code where id = ${id} for update`;
  return tx.signInCode.findUnique({ where: { id } });
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await tx.signInCode.update({ where: { id }, data: { attempts: { increment: 1 } } });
}

export async function consumeCode(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.signInCode.update({ where: { id }, data: { consumedAt: now } });
}

/** Whether this browser proved this address before. */
export async function browserKnows(tx: Tx, browserHash: string, emailHash: string): Promise<boolean> {
  const proof = await tx.signInCode.findFirst({
    where: { emailHash, browserHash, consumedAt: { not: null } },
    select: { id: true },
  });
  return proof !== null;
}

/** Drops codes made before `before`, used or not. @returns how many */
export async function deleteCodesBefore(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.signInCode.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}
