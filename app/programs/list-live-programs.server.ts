import { rootDb, type Deps } from "~/platform/deps.server";
import type { LiveProgram, Program } from "./program";
import { findPrograms } from "./program-store.server";

const hasTerms = (program: Program): program is LiveProgram => program.terms !== null;

/** The programs people can join now, in the order they were made. */
export async function listLivePrograms({ db = rootDb }: Deps = {}): Promise<LiveProgram[]> {
  return db.transaction("list-live-programs", async (tx) =>
    (await findPrograms(tx, "live")).filter(hasTerms),
  );
}
