import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { BusinessCalendar } from "~/programs/business-calendar";
import type { JoinPolicy } from "~/programs/program";
import { saveProgramSetup } from "~/programs/save-program-setup.server";

interface ChangeProgramSetupInput {
  programId: string;
  joinPolicy: JoinPolicy;
  calendar: BusinessCalendar;
  by: string;
}

/** Changes who may join and the hours behind promised times, with its line in the trail (I37, W21). */
export async function changeProgramSetup(
  { by, ...setup }: ChangeProgramSetupInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("change-program-setup", async (tx) => {
    await saveProgramSetup(setup, { db: within(tx), clock });
    const facts = {
      joinPolicy: setup.joinPolicy,
      zone: setup.calendar.zone,
      holidays: setup.calendar.holidays,
    };
    await recordAudit(tx, { by, action: "program.setup", object: setup.programId, facts, now: clock.now() });
  });
}
