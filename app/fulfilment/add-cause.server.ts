import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { insertCause } from "./cause-store.server";

/** Adds a cause that champions may choose. @throws ConflictError `cause_exists` */
export async function addCause(tx: Tx, { name, now }: { name: string; now: Date }): Promise<string> {
  const id = await insertCause(tx, name, now);
  if (!id) throw new ConflictError("cause_exists", "a cause of this name is offered already", {});
  return id;
}
