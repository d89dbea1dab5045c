import { findPaidMembership } from "~/fulfilment/find-transferred.server";
import { noteToldDrift } from "~/fulfilment/note-told-drift.server";
import { DETAILS_WAIT_MS } from "~/fulfilment/payout-account";
import { recordPayoutAccount, type PayoutNews } from "~/fulfilment/record-payout-account.server";
import { HOME_ZONE } from "~/identity/person";
import { queueMail } from "~/notices/queue-mail.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import type { PayoutAccountTold } from "~/platform/gateways/stripe-payouts.server";
import { lockUnsentOfPeople } from "~/rewards/lock-unsent-of-people.server";
import { championMail } from "./champion-mail.server";
import { stopForFinding } from "./stop-for-finding.server";

/**
 * Takes in how somebody's account at Stripe stands. They are told when another bank account stands behind it (F37), and when
 * their bank sent a payout back (M16): then the desk sees it, too. A bank account that others are paid to as well stops what
 * has not left the house, of all of them (R13).
 */
export async function notePayoutAccount(
  tx: Tx,
  { accountId, told }: { accountId: string; told: PayoutAccountTold | null },
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  const news = await recordPayoutAccount(tx, { accountId, told, now });
  if (!news) return;
  const { personId, sharedWith } = news;
  if (news.failedPayout) await noteFailure(tx, personId, news.failedPayout, clock);
  if (sharedWith.length > 0) await stopSharing(tx, [personId, ...sharedWith], clock);
  if (!news.destinationChanged) return;
  const paidFrom = new Date(now.getTime() + DETAILS_WAIT_MS);
  const values = { zone: HOME_ZONE, changedAt: now, paidFrom, path: "/portal/account" as const };
  const purpose = `changed-${now.getTime()}`;
  await queueMail({ template: "payout_details_changed", personId, subjectId: accountId, purpose, values }, { db: within(tx), clock });
}

async function noteFailure(tx: Tx, personId: string, failed: NonNullable<PayoutNews["failedPayout"]>, clock: Clock): Promise<void> {
  const { id, amountMinor, currency, code } = failed;
  await noteToldDrift(tx, { kind: "payout_failed", object: id, rewardId: null, ours: null, theirs: `${amountMinor} ${currency}${code ? `, ${code}` : ""}` }, clock.now());
  const championId = await findPaidMembership(tx, personId);
  const to = championId && (await championMail(tx, championId));
  if (!to) return;
  const values = { amount: { amountMinor, currency }, programTitle: to.values.programTitle, path: `/portal/${to.program.slug}/payout` as const };
  await queueMail({ template: "payout_failed", personId, subjectId: id, purpose: "failed", values }, { db: within(tx), clock });
}

async function stopSharing(tx: Tx, personIds: string[], clock: Clock): Promise<void> {
  const rewards = await lockUnsentOfPeople(tx, personIds);
  const check = { rule: "R13", version: 1, outcome: "hold", compared: { othersPaidThere: personIds.length - 1 } } as const;
  await stopForFinding(tx, { rewards, check, factKey: "payout_account" }, clock);
}
