import type { UncountedReason, Visit } from "./visit.server";

/** A click as it is written; of the visitor's address and browser only keyed hashes are left (R39). */
export interface Click extends Omit<Visit, "uncountedBecause"> {
  id: string;
  occurredAt: Date;
  linkId: string;
  programId: string;
  uncountedBecause: UncountedReason | null;
  networkHash: string | null;
  /** The same network under the key before, in the days after a change of keys (R39). */
  formerNetworkHash: string | null;
  agentHash: string | null;
}

/** A network that made as many clicks as are written (A20): from when, and until when nothing more is. */
export interface FullNetwork {
  network: string;
  from: Date;
  until: Date;
}

/**
 * Splits clicks into those that can be written in one call, oldest first, and those that wait for the next: of one network
 * only one at a time, because the limits count what was written before.
 */
export function takeBatch<T extends { click: Click }>(waiting: T[], atMost: number): { batch: T[]; left: T[] } {
  const networks = new Set<string>();
  const batch: T[] = [];
  const left: T[] = [];
  for (const each of waiting) {
    const network = each.click.networkHash;
    if (batch.length === atMost || (network !== null && networks.has(network))) {
      left.push(each);
      continue;
    }
    if (network !== null) networks.add(network);
    batch.push(each);
  }
  return { batch, left };
}
