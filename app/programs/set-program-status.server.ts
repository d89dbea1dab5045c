import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { nextStatuses, type ProgramStatus } from "./program";
import { ParityError, ProgramRefusedError } from "./program-errors";
import { parityOf } from "./program-rules";
import { lockProgram, updateProgram } from "./program-store.server";

interface SetProgramStatusInput {
  programId: string;
  to: ProgramStatus;
}

/**
 * Takes a program live, pauses or ends it. Live only with terms and with parity (W20); ended is for ever.
 * @returns the status before
 * @throws ConflictError `program_status` for a step that does not exist
 * @throws ParityError @throws ProgramRefusedError 422
 */
export async function setProgramStatus(
  { programId, to }: SetProgramStatusInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ProgramStatus> {
  return db.transaction("set-program-status", async (tx) => {
    const program = await lockProgram(tx, programId);
    if (!program) throw new NotFoundError("program", { programId });
    if (!nextStatuses(program.status).includes(to)) {
      throw new ConflictError("program_status", `program cannot go from ${program.status} to ${to}`, {
        programId,
      });
    }
    if (to === "live") {
      if (!program.terms) throw new ProgramRefusedError("settings.issue.termsMissing");
      const parity = parityOf(program.version.rules);
      if (!parity.holds) throw new ParityError(parity);
    }
    await updateProgram(tx, programId, { status: to }, clock.now());
    return program.status;
  });
}
