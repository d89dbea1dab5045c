import { withdrawMail } from "~/notices/withdraw-mail.server";
import type { Tx } from "~/platform/db.server";
import { endOfBusinessDay } from "~/programs/business-calendar";
import type { RewardRow } from "~/rewards/reward-row";
import { championMail } from "./champion-mail.server";
import { tell, type Occasion } from "./tell-of-reward.server";

/** Each approval is told once; one that follows an undone one is another occasion. */
function approvalOf({ id, decidedAt }: RewardRow) {
  return { subjectId: id, purpose: `approved-${decidedAt?.toISOString()}` };
}

export async function mailApproved(tx: Tx, occasion: Occasion): Promise<void> {
  const { dueMinor, currency, decideBy } = occasion.reward;
  const now = occasion.clock.now();
  await tell(tx, occasion, approvalOf(occasion.reward), ({ program, values, path }) => ({
    template: "reward_approved",
    values: {
      ...values,
      path,
      reward: { amountMinor: dueMinor, currency },
      payBy: decideBy > now ? decideBy : endOfBusinessDay(program.calendar, now),
    },
  }));
}

/**
 * An approval does not count any more: the mail about it is held back while it still waits; when the champion may have
 * read it, another one puts it right.
 * @param occasion the reward as it was approved
 */
export async function takeBackApprovalMail(tx: Tx, occasion: Occasion): Promise<void> {
  const { reward, clock } = occasion;
  const to = await championMail(tx, reward.championId);
  if (!to) return;
  const { subjectId, purpose } = approvalOf(reward);
  const key = { template: "reward_approved", subjectId, personId: to.personId, purpose } as const;
  if ((await withdrawMail(tx, key, clock.now())) !== "said") return;
  const { dueMinor: amountMinor, currency, decideBy } = reward;
  await tell(tx, occasion, { subjectId, purpose: `undone-${purpose}` }, ({ values, path }) => ({
    template: "approval_undone",
    values: { ...values, path, reward: { amountMinor, currency }, decideBy },
  }));
}
