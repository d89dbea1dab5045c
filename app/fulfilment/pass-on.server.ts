import { balanceOf } from "~/ledger/balance-of.server";
import { DONATE_KIND, DONATIONS_MADE, donationDue } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { insertDonation, lockCause } from "./cause-store.server";

export interface PassOnInput {
  causeId: string;
  currency: string;
  /** What whoever passed it on saw, in minor units. */
  amountMinor: bigint;
  /** The receipt of the cause, or of the bank. */
  receipt: string;
  by: string;
}

/**
 * What was collected for a cause was passed on, all of it as one line. Its lock keeps two people from passing it on twice.
 * @throws NotFoundError
 * @throws ConflictError `amount_differs` when more was collected meanwhile, or it was passed on already
 */
export async function passOn(tx: Tx, { causeId, currency, amountMinor, receipt, by }: PassOnInput, now: Date): Promise<string> {
  if (!(await lockCause(tx, causeId))) throw new NotFoundError("cause", { causeId });
  const collectedMinor = -(await balanceOf(tx, donationDue(causeId), currency));
  if (collectedMinor !== amountMinor || amountMinor <= 0n) throw new ConflictError("amount_differs", "another amount is to be passed on", { causeId });
  const id = await insertDonation(tx, { causeId, currency, amountMinor, receipt, givenAt: now, givenBy: by });
  await postTransaction(tx, {
    kind: DONATE_KIND,
    idemKey: `${DONATE_KIND}:${id}`,
    subject: causeId,
    by,
    occurredAt: now,
    entries: [
      { account: donationDue(causeId), currency, amountMinor },
      { account: DONATIONS_MADE, currency, amountMinor: -amountMinor },
    ],
  });
  return id;
}
