import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findInstruction, type InstructionRow } from "./instruction-store.server";

/** One instruction as it stands. @throws NotFoundError */
export async function getInstruction(tx: Tx, id: string): Promise<InstructionRow> {
  const instruction = await findInstruction(tx, id);
  if (!instruction) throw new NotFoundError("instruction", { id });
  return instruction;
}
