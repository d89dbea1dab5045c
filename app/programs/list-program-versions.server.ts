import type { Tx } from "~/platform/db.server";
import type { ProgramVersion } from "./program";
import { findVersions } from "./program-store.server";

/** Every version of a program's rules that was ever published, newest first. */
export async function listProgramVersions(tx: Tx, programId: string): Promise<ProgramVersion[]> {
  return await findVersions(tx, programId);
}
