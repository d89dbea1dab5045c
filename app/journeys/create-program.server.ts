import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { createProgram as insertProgram, type CreateProgramInput } from "~/programs/create-program.server";

/** Makes a draft program and leaves a line in the trail. @returns its id */
export async function createProgram(
  input: CreateProgramInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  return db.transaction("create-program", async (tx) => {
    const id = await insertProgram(input, { db: within(tx), clock });
    const facts = {
      slug: input.slug,
      type: input.type,
      joinPolicy: input.joinPolicy,
      currency: input.rules.currency,
    };
    await recordAudit(tx, { by: input.by, action: "program.created", object: id, facts, now: clock.now() });
    return id;
  });
}
