import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ForbiddenError, NotFoundError } from "~/platform/errors";
import { canBecome } from "./champion";
import { lockChampion, updateChampion } from "./champion-store.server";
import { MembershipChangedError } from "./membership-errors";

export type ApplicationVerdict =
  | { approve: true }
  | {
      approve: false;
      /** Kind words the applicant reads. */
      reason: string;
      mayReapplyAt: Date;
    };

interface Settlement {
  championId: string;
  verdict: ApplicationVerdict;
  /** `person:psn_…` of the member of staff. */
  by: string;
}

/**
 * Answers an application once.
 * @throws MembershipChangedError when it was answered already, ForbiddenError on one's own application
 */
export async function settleApplication(
  { championId, verdict, by }: Settlement,
  { db = rootDb, clock = systemClock }: Deps = {},
) {
  return db.transaction("settle-application", async (tx) => {
    const application = await lockChampion(tx, championId);
    if (!application) throw new NotFoundError("application", { championId });
    if (by === `person:${application.personId}`) throw new ForbiddenError("nobody answers their own application");
    const status = verdict.approve ? "active" : "refused";
    if (application.status !== "applied" || !canBecome(application.status, status)) {
      throw new MembershipChangedError(application.status, status);
    }
    const now = clock.now();
    const outcome = verdict.approve
      ? { joinedAt: now }
      : { refusalReason: verdict.reason, mayReapplyAt: verdict.mayReapplyAt };
    await updateChampion(tx, championId, { status, decidedAt: now, decidedBy: by, ...outcome });
    return { personId: application.personId, programId: application.programId, displayName: application.displayName };
  });
}
