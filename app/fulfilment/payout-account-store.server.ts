import type { Tx } from "~/platform/db.server";
import type { PayoutAccount } from "./payout-account";

export interface PayoutAccountRow extends PayoutAccount {
  personId: string;
  stripeAccountId: string;
  country: string | null;
  failedPayoutId: string | null;
}

/** A person's account at Stripe; null when they never began one. */
export async function findPayoutAccount(tx: Tx, personId: string): Promise<PayoutAccountRow | null> {
  return await tx.payoutAccount.findUnique({ where: { personId } });
}

/** Reads an account FOR UPDATE by Stripe's name for it; null when it is nobody's here. */
export async function lockPayoutAccount(tx: Tx, stripeAccountId: string): Promise<PayoutAccountRow | null> {
  await tx.$queryRaw`select person_id from payout_account where stripe_account_id = ${stripeAccountId} for update`;
  return await tx.payoutAccount.findUnique({ where: { stripeAccountId } });
}

/** A new account takes the place of one that left; nothing of the old one counts for it. */
export async function insertPayoutAccount(tx: Tx, personId: string, stripeAccountId: string, now: Date): Promise<void> {
  const fresh = { detailsSubmitted: false, transfersReady: false, last4: null, closedAt: null, failedPayoutId: null, failedDestinationHash: null };
  await tx.payoutAccount.upsert({
    where: { personId },
    create: { personId, stripeAccountId, createdAt: now, readAt: now },
    // What was the bank account before stays, so that another one behind a new account is noticed too (F37).
    update: { stripeAccountId, ...fresh, readAt: now },
  });
}

export async function updatePayoutAccount(
  tx: Tx,
  personId: string,
  facts: Partial<Omit<PayoutAccountRow, "personId" | "stripeAccountId">> & { readAt: Date },
): Promise<void> {
  await tx.payoutAccount.update({ where: { personId }, data: facts });
}

/** Who else is paid to the same place (R13). */
export async function findSharing(tx: Tx, of: { personId: string; destinationHash: string }): Promise<string[]> {
  const rows = await tx.payoutAccount.findMany({
    where: { destinationHash: of.destinationHash, personId: { not: of.personId } },
    select: { personId: true },
    orderBy: { personId: "asc" },
  });
  return rows.map(({ personId }) => personId);
}
