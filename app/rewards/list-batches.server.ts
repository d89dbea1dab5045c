import { rootDb, type Deps } from "~/platform/deps.server";
import { findLatest } from "./batch-store.server";

const LATEST = 50;

/** The latest batches that were started, newest first, with how far each is. */
export async function listBatches({ db = rootDb }: Pick<Deps, "db"> = {}) {
  return await db.transaction("list-batches", (tx) => findLatest(tx, LATEST));
}
