import type { Tx } from "~/platform/db.server";
import { countAnswered, countWaiting, listApplicationRows } from "./champion-store.server";

const PAGE_SIZE = 20;

/** A page of the applications that wait, or of those answered, and how many wait in all. */
export async function listApplications(tx: Tx, { answered, page }: { answered: boolean; page: number }) {
  const waiting = await countWaiting(tx);
  const total = answered ? await countAnswered(tx) : waiting;
  const rows = await listApplicationRows(tx, !answered, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  return { rows, waiting, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
