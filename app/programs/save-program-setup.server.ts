import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { BusinessCalendar } from "./business-calendar";
import { businessCalendarSchema } from "./business-calendar-schema";
import type { JoinPolicy } from "./program";
import { ProgramRefusedError } from "./program-errors";
import { lockProgram, updateProgram } from "./program-store.server";

interface SaveProgramSetupInput {
  programId: string;
  joinPolicy: JoinPolicy;
  calendar: BusinessCalendar;
}

/**
 * Who may join, and the hours behind promised times (W21). Promises already made keep their time.
 * @throws NotFoundError
 */
export async function saveProgramSetup(
  { programId, joinPolicy, calendar }: SaveProgramSetupInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  if (!businessCalendarSchema.safeParse(calendar).success)
    throw new ProgramRefusedError("settings.issue.calendar");
  await db.transaction("save-program-setup", async (tx) => {
    if (!(await lockProgram(tx, programId))) throw new NotFoundError("program", { programId });
    await updateProgram(tx, programId, { joinPolicy, calendar }, clock.now());
  });
}
