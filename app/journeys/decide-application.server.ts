import { settleApplication, type ApplicationVerdict } from "~/champions/settle-application.server";
import { recordAudit } from "~/identity/record-audit.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";
import { findMainLink } from "~/sharing/find-main-link.server";
import { championMail } from "./champion-mail.server";

interface ApplicationAnswer {
  championId: string;
  verdict: ApplicationVerdict;
  /** `person:psn_…` */
  by: string;
}

/**
 * Answers an application and mails the applicant: welcome, or why not and from when they may ask again.
 * @throws MembershipChangedError when it was answered already, ForbiddenError on one's own
 */
export async function decideApplication(
  { championId, verdict, by }: ApplicationAnswer,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ displayName: string }> {
  return db.transaction("decide-application", async (tx) => {
    const now = clock.now();
    const joined = { db: within(tx), clock };
    const { displayName } = await settleApplication({ championId, verdict, by }, joined);
    const action = verdict.approve ? "application.accepted" : "application.refused";
    await recordAudit(tx, { by, action, object: championId, now });
    if (verdict.approve) {
      const link = await findMainLink(tx, championId);
      if (link) await enqueue(tx, "ensure-promotion-code", { linkId: link.id });
      await enqueue(tx, "ensure-own-code", { championId });
    }
    const to = await championMail(tx, championId);
    if (!to) return { displayName };
    const { programTitle, zone } = to.values;
    const about = { personId: to.personId, subjectId: championId, purpose: now.toISOString() };
    const path = `/portal/${to.program.slug}` as const;
    await queueMail(
      verdict.approve
        ? { template: "application_accepted", ...about, values: { programTitle, path, ownOffer: to.ownOffer } }
        : {
            template: "application_refused",
            ...about,
            values: { programTitle, zone, path: `${path}/join`, reason: verdict.reason, mayReapplyAt: verdict.mayReapplyAt },
          },
      joined,
    );
    return { displayName };
  });
}
