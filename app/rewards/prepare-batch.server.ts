import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { BATCH_ACTS } from "./batch";
import { findMostAlike, insertBatch, insertFound } from "./batch-store.server";
import type { QueueFilter, QueueView } from "./queue-view";

export interface PrepareBatchInput {
  act: (typeof BATCH_ACTS)[number];
  /** The drawer and the search in it. */
  view: QueueView;
  filter: QueueFilter;
  /** The same as it stands in an address, for the way back. */
  place: string;
  /** `person:psn_…` */
  by: string;
}

/**
 * Notes down all rewards that fit a search, each as it stands now, so that a person looks at exactly what their button
 * will be about (W14, W19). Of a refusal those who accepted the same terms and read the same language: one sentence is
 * for them. Nothing is decided by it. @returns its id
 */
export async function prepareBatch({ act, view, filter, place, by }: PrepareBatchInput, { db = rootDb, clock = systemClock }: Deps = {}): Promise<string> {
  return await db.transaction("prepare-batch", async (tx) => {
    const id = newId("bat");
    const refusal = act === "refuse" ? await findMostAlike(tx, { view, filter }) : undefined;
    await insertBatch(tx, { id, act, by, place, preparedAt: clock.now(), ...refusal });
    await insertFound(tx, { id, by, refusal }, { view, filter });
    return id;
  });
}
