import type { Tx } from "~/platform/db.server";
import { updateInstruction } from "./instruction-store.server";

/** What is missing on the champion's side is looked at again after this. */
const LOOK_AGAIN_MS = 3_600_000;

/** Nothing was asked of the provider, and cannot be yet: why, and when we look again. */
export async function postponeInstruction(
  tx: Tx,
  { id, reason, now }: { id: string; reason: string; now: Date },
): Promise<void> {
  await updateInstruction(tx, id, { error: reason, nextTryAt: new Date(now.getTime() + LOOK_AGAIN_MS) });
}
