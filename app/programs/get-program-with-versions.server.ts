import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import type { Program, ProgramVersion } from "./program";
import { findProgramWithVersions } from "./program-store.server";

/** A program in any state, and every version of its rules that was ever published, newest first. @throws NotFoundError */
export async function getProgramWithVersions(tx: Tx, id: string): Promise<{ program: Program; versions: ProgramVersion[] }> {
  const found = await findProgramWithVersions(tx, id);
  if (!found) throw new NotFoundError("program", { id });
  return found;
}
