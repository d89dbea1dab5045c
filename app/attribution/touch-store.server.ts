import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { TouchFact } from "./friend-history";

export interface NewTouch extends Omit<TouchFact, "id"> {
  /** Customer id, or purchase id when no customer is known. */
  subjectId: string;
}

/** Keeps what was presented, each thing once per friend; what was there stays as it was (append-only). */
export async function insertTouches(tx: Tx, touches: readonly NewTouch[], now: Date): Promise<void> {
  await tx.touch.createMany({
    data: touches.map((touch) => ({ id: newId("tch"), ...touch, recordedAt: now })),
    skipDuplicates: true,
  });
}

export async function listTouches(tx: Tx, subjectIds: string[]) {
  return await tx.touch.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
}
