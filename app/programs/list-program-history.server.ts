import { rootDb, type Deps } from "~/platform/deps.server";
import type { ProgramVersion, TermsVersion } from "./program";
import { findTermsVersions, findVersions } from "./program-store.server";

export interface ProgramHistory {
  /** Newest first. */
  versions: ProgramVersion[];
  terms: TermsVersion[];
}

/** Everything that was ever published for a program. */
export async function listProgramHistory(
  programId: string,
  { db = rootDb }: Deps = {},
): Promise<ProgramHistory> {
  return db.transaction("list-program-history", async (tx) => ({
    versions: await findVersions(tx, programId),
    terms: await findTermsVersions(tx, programId),
  }));
}
