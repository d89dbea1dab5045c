import type { Tx } from "~/platform/db.server";
import { updateInstruction } from "./instruction-store.server";
import type { Obstacle } from "./payout-account";

/** What is missing on the champion's side is looked at again after this. */
const LOOK_AGAIN_MS = 3_600_000;

/** Nothing was asked of the provider, and cannot be yet: why, and when we look again. */
export async function postponeInstruction(
  tx: Tx,
  { id, reason, until, now }: Obstacle & { id: string; now: Date },
): Promise<void> {
  await updateInstruction(tx, id, { error: reason, nextTryAt: until ?? new Date(now.getTime() + LOOK_AGAIN_MS) });
}
