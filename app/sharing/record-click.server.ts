import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { clientHashes } from "./client-hashes.server";
import { countOfNetwork, ensurePartition, insertClick, lockNetwork, type NewClick } from "./click-store.server";
import type { Visit } from "./visit.server";

/** Above this many clicks a minute from one network nothing more is written (A20). */
const WRITTEN_PER_MINUTE = 60;
/** More than this many an hour from one network on one link are not counted (R18). */
const COUNTED_PER_HOUR = 20;

export interface ClickInput {
  link: { id: string; programId: string };
  visit: Visit;
  ip: string | undefined;
  userAgent: string | undefined;
}

const monthsWithPartition = new Set<string>();

/** A click as it happened, before anything is written; of the address only a keyed hash is left. */
export function noteClick({ link, visit, ip, userAgent }: ClickInput, clock = systemClock): NewClick {
  const occurredAt = clock.now();
  const hashes = clientHashes(ip, userAgent, occurredAt);
  return {
    ...visit,
    id: newId("clk"),
    occurredAt,
    linkId: link.id,
    programId: link.programId,
    networkHash: hashes.network,
    formerNetworkHash: hashes.formerNetwork,
    agentHash: hashes.agent,
  };
}

/**
 * Writes a click durably, with its day's totals (R18, A20); a click that is there already stays as it is.
 * @returns whether it was written now and whether it counts
 */
export async function recordClick(click: NewClick, { db = rootDb }: Deps = {}): Promise<{ written: boolean; counted: boolean }> {
  const { networkHash, occurredAt } = click;
  const month = occurredAt.toISOString().slice(0, 7);
  const recorded = await db.transaction("record-click", async (tx) => {
    let { uncountedBecause } = click;
    if (networkHash) {
      await lockNetwork(tx, networkHash);
      const seen = await countOfNetwork(tx, click);
      if (seen.lastMinute >= WRITTEN_PER_MINUTE) return { written: false, counted: false };
      if (seen.onLinkLastHour >= COUNTED_PER_HOUR) uncountedBecause ??= "limit";
    }
    if (!monthsWithPartition.has(month)) await ensurePartition(tx, occurredAt);
    const written = await insertClick(tx, { ...click, uncountedBecause });
    return { written, counted: written && uncountedBecause === null };
  });
  if (recorded.written) monthsWithPartition.add(month);
  return recorded;
}
