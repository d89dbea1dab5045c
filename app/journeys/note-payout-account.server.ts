import { recordPayoutAccount } from "~/fulfilment/record-payout-account.server";
import { HOME_ZONE } from "~/identity/person";
import { queueMail } from "~/notices/queue-mail.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import type { PayoutAccountTold } from "~/platform/gateways/stripe-payouts.server";
import { DETAILS_WAIT_MS } from "~/fulfilment/payout-account";

/** Takes in how somebody's account at Stripe stands, and tells them when another bank account stands behind it (F37). */
export async function notePayoutAccount(
  tx: Tx,
  { accountId, told }: { accountId: string; told: PayoutAccountTold | null },
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  const news = await recordPayoutAccount(tx, { accountId, told, now });
  if (!news?.destinationChanged) return;
  const { personId } = news;
  const paidFrom = new Date(now.getTime() + DETAILS_WAIT_MS);
  const values = { zone: HOME_ZONE, changedAt: now, paidFrom, path: "/portal/account" as const };
  const purpose = `changed-${now.getTime()}`;
  await queueMail({ template: "payout_details_changed", personId, subjectId: accountId, purpose, values }, { db: within(tx), clock });
}
