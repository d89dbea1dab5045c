import type { Tx } from "~/platform/db.server";
import { insertPrize, updateWithdrawn } from "./prize-store.server";

export interface NewPrize {
  programId: string;
  nameEn: string;
  nameNl: string;
  /** In points. */
  cost: number;
  /** How many there are in all; null is as many as are asked for. */
  stock: number | null;
}

/** Offers a prize to a program's champions. @returns its id */
export async function addPrize(tx: Tx, prize: NewPrize, now: Date): Promise<string> {
  return await insertPrize(tx, { ...prize, createdAt: now });
}

/** Offers a prize no more; what was chosen before stays. @returns whether it was on offer */
export async function withdrawPrize(tx: Tx, id: string, now: Date): Promise<boolean> {
  return await updateWithdrawn(tx, id, now);
}
