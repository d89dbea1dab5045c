import type { Tx } from "~/platform/db.server";
import { tell, type Occasion } from "./tell-of-reward.server";

/** A reward has nothing it could come off, and lapses on a day that can still be met (W17). */
export async function mailExpiring(tx: Tx, occasion: Occasion, until: Date): Promise<void> {
  const { id, version, dueMinor: amountMinor, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: `expiring-${version}` }, ({ values, path }) => ({
    template: "reward_expiring",
    values: { ...values, path, reward: { amountMinor, currency }, until },
  }));
}

/** @param beforeMinor what it was worth */
export async function mailExpired(tx: Tx, occasion: Occasion, beforeMinor: bigint): Promise<void> {
  const { id, version, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: `expired-${version}` }, ({ values: { programTitle }, path }) => ({
    template: "reward_expired",
    values: { programTitle, path, reward: { amountMinor: beforeMinor, currency } },
  }));
}
