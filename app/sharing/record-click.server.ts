import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { clientHashes } from "./client-hashes.server";
import { countOfNetwork, ensurePartition, insertClick, lockNetwork } from "./click-store.server";
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

export interface RecordedClick {
  clickId: string;
  at: Date;
  written: boolean;
  counted: boolean;
}

const monthsWithPartition = new Set<string>();

/** Writes a click durably, with its day's totals, before anybody is redirected (R18, A20). */
export async function recordClick(
  { link, visit, ip, userAgent }: ClickInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RecordedClick> {
  const at = clock.now();
  const clickId = newId("clk");
  const hashes = clientHashes(ip, userAgent, at);
  const month = at.toISOString().slice(0, 7);
  const recorded = await db.transaction("record-click", async (tx) => {
    let uncountedBecause = visit.uncountedBecause;
    if (hashes.network) {
      await lockNetwork(tx, hashes.network);
      const seen = await countOfNetwork(tx, { networkHash: hashes.network, linkId: link.id, at });
      if (seen.lastMinute >= WRITTEN_PER_MINUTE) return { clickId, at, written: false, counted: false };
      if (seen.onLinkLastHour >= COUNTED_PER_HOUR) uncountedBecause ??= "limit";
    }
    if (!monthsWithPartition.has(month)) await ensurePartition(tx, at);
    await insertClick(tx, {
      ...visit,
      id: clickId,
      occurredAt: at,
      linkId: link.id,
      programId: link.programId,
      uncountedBecause,
      networkHash: hashes.network,
      agentHash: hashes.agent,
    });
    return { clickId, at, written: true, counted: uncountedBecause === null };
  });
  if (recorded.written) monthsWithPartition.add(month);
  return recorded;
}
