import { refreshOwnCodes } from "~/fulfilment/refresh-own-codes.server";
import { refreshPromotionCodes } from "~/fulfilment/refresh-promotion-codes.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { ProgramVersion } from "~/programs/program";
import {
  publishProgramVersion,
  type PublishProgramVersionInput,
} from "~/programs/publish-program-version.server";

/** Publishes rules and texts as a new version, with its line in the trail (I37, W2, W20); codes follow the offer. */
export async function publishProgram(
  input: PublishProgramVersionInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ProgramVersion> {
  return db.transaction("publish-program", async (tx) => {
    const version = await publishProgramVersion(input, { db: within(tx), clock });
    await refreshPromotionCodes(tx, input.programId);
    await refreshOwnCodes(tx, input.programId);
    const facts = { version: version.number, versionId: version.id };
    await recordAudit(tx, {
      by: input.by,
      action: "program.published",
      object: input.programId,
      facts,
      now: clock.now(),
    });
    return version;
  });
}
