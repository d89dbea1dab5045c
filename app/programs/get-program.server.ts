import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Program } from "./program";
import { findProgram } from "./program-store.server";

/** A program in any state with its current rules and terms. @throws NotFoundError */
export async function getProgram(id: string, { db = rootDb }: Deps = {}): Promise<Program> {
  const program = await db.transaction("get-program", (tx) => findProgram(tx, { id }));
  if (!program) throw new NotFoundError("program", { id });
  return program;
}
