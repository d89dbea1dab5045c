import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { ProgramVersion } from "./program";
import { findVersion } from "./program-store.server";

/** Rules and copy as published under that id (W2). @throws NotFoundError */
export async function getProgramVersion(id: string, { db = rootDb }: Deps = {}): Promise<ProgramVersion> {
  const version = await db.transaction("get-program-version", (tx) => findVersion(tx, id));
  if (!version) throw new NotFoundError("program version", { id });
  return version;
}
