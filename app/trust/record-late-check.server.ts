import type { Tx } from "~/platform/db.server";
import { insertLateCheck } from "./check-store.server";
import type { TrustCheck } from "./outcome";

/**
 * Keeps what became known about a conversion after its grant, such as an early warning (R12). What a person judged with the same rule
 * before them is not doubted again (R34). @returns whether it doubts
 */
export async function recordLateCheck(tx: Tx, conversionId: string, check: TrustCheck, now: Date): Promise<boolean> {
  return await insertLateCheck(tx, conversionId, check, now);
}
