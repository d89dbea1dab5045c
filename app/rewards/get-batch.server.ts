import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Clause } from "~/programs/terms";
import { courseOf, type BatchCourse } from "./batch";
import { findBatch, findLines, findUndoOf, sumItems, type BatchLine, type BatchRow } from "./batch-store.server";

const PAGE = 50;

export interface ShownBatch {
  batch: BatchRow;
  course: BatchCourse;
  lines: BatchLine[];
  page: number;
  pages: number;
  /** Of a refusal: the clauses all its champions accepted. */
  clauses: Clause[];
  /** The batch that takes its approvals back. */
  undoneBy: string | null;
}

/** A batch as its page shows it: what it will do before it is started, how far it is, what became of each. @throws NotFoundError */
export async function getBatch({ batchId, page }: { batchId: string; page: number }, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<ShownBatch> {
  return await db.transaction("get-batch", async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (!batch) throw new NotFoundError("batch", { batchId });
    const sums = await sumItems(tx, batchId);
    const pages = Math.max(1, Math.ceil(sums.reduce((total, { count }) => total + count, 0) / PAGE));
    const shown = Math.min(page, pages);
    const lines = await findLines(tx, batchId, { skip: (shown - 1) * PAGE, take: PAGE });
    const terms = batch.termsVersionId ? await tx.termsVersion.findUniqueOrThrow({ where: { id: batch.termsVersionId }, select: { clauses: true } }) : null;
    return {
      batch, course: courseOf(sums), lines, page: shown, pages,
      // Checked when they were published, and such a row never changes.
      clauses: (terms?.clauses ?? []) as unknown as Clause[],
      undoneBy: (await findUndoOf(tx, batchId))?.id ?? null,
    };
  });
}
