import { rootDb, type Deps } from "~/platform/deps.server";
import { countDrawers, readDrawer, type QueueRow } from "./queue-store.server";
import { NO_FILTER, QUEUE_VIEWS, type QueueFilter, type QueueView } from "./queue-view";

export type { QueueRow };

export const QUEUE_PAGE = 50;

export interface Queue {
  rows: QueueRow[];
  counts: Record<QueueView, number>;
  page: number;
  pages: number;
}

interface QueueQuery {
  view: QueueView;
  page: number;
  filter?: QueueFilter;
}

/** One drawer of the desk, what is promised first on top, with how much of what is looked for lies in each. */
export async function listQueue({ view, page, filter = NO_FILTER }: QueueQuery, { db = rootDb }: Deps = {}): Promise<Queue> {
  return await db.transaction("list-queue", async (tx) => {
    const counts = await countDrawers(tx, QUEUE_VIEWS, filter);
    const pages = Math.max(1, Math.ceil(counts[view] / QUEUE_PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await readDrawer(tx, view, filter, { skip: (shown - 1) * QUEUE_PAGE, take: QUEUE_PAGE, of: counts[view] });
    return { rows, counts, page: shown, pages };
  });
}
