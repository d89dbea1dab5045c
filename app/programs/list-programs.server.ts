import { rootDb, type Deps } from "~/platform/deps.server";
import type { Program } from "./program";
import { findPrograms } from "./program-store.server";

/** Every program in any state, in the order they were made. A company has a handful, so there are no pages. */
export async function listPrograms({ db = rootDb }: Deps = {}): Promise<Program[]> {
  return db.transaction("list-programs", (tx) => findPrograms(tx));
}
