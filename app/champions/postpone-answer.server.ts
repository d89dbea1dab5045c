import type { Tx } from "~/platform/db.server";
import { postponeApplication } from "./champion-store.server";

/** Moves the promised hour of an application that still waits under the old one. @returns whether it did */
export async function postponeAnswer(tx: Tx, move: { championId: string; promisedAt: Date; newBy: Date }): Promise<boolean> {
  return await postponeApplication(tx, move);
}
