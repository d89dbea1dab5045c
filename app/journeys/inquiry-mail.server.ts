import { queueMail } from "~/notices/queue-mail.server";
import type { Tx } from "~/platform/db.server";
import type { Deps } from "~/platform/deps.server";
import type { InquiryRow } from "~/rewards/ask-champion.server";
import type { RewardRow } from "~/rewards/reward-row";
import { championMail } from "./champion-mail.server";

/** What the desk would like to know, until when the answer is waited for, and by when a person decides in any case. */
export async function mailInquiry(tx: Tx, { id, rewardId, championId, question, answerUntil }: InquiryRow, { decideBy }: RewardRow, deps: Deps): Promise<void> {
  const to = await championMail(tx, championId);
  if (!to) return;
  const path = `/portal/${to.program.slug}/rewards/${rewardId}/question` as const;
  const values = { ...to.values, path, question, answerUntil, decideBy };
  await queueMail({ template: "inquiry", personId: to.personId, subjectId: id, purpose: "asked", values }, deps);
}
