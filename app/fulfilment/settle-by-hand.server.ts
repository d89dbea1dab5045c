import { FULFIL_KIND } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { EntryInput } from "~/ledger/transaction-input";
import type { Tx } from "~/platform/db.server";
import type { InstructionRequest } from "./instruction-request";
import { updateInstruction, type InstructionRow } from "./instruction-store.server";
import type { Payout } from "./payout-amount";
import { issuedAccount } from "./rail";

interface HandedOver {
  payout: Payout;
  request: InstructionRequest;
  /** What whoever handed it over calls it; null where it has no name. */
  reference: string | null;
  /** What else the book says of it, in another unit. */
  also?: readonly EntryInput[];
  by: string;
  now: Date;
}

/**
 * People handed a reward over: its instruction is done and the book says so, once (F34, I32). Where an older receivable
 * took all of it, nothing left the house and nothing is booked (M12). The caller holds the lock of the instruction.
 */
export async function settleByHand(tx: Tx, instruction: InstructionRow, { payout, request, reference, also = [], by, now }: HandedOver): Promise<void> {
  const { id, rewardId, account, currency, idempotencyKey } = instruction;
  const { amountMinor } = payout;
  await updateInstruction(tx, id, {
    ...payout,
    request,
    status: "confirmed",
    providerRef: reference,
    firstSentAt: now,
    confirmedAt: now,
    nextTryAt: null,
    error: null,
  });
  if (amountMinor <= 0n) return;
  await postTransaction(tx, {
    kind: FULFIL_KIND,
    idemKey: `${FULFIL_KIND}:${idempotencyKey}`,
    subject: rewardId,
    by,
    occurredAt: now,
    entries: [
      { account, currency, amountMinor },
      { account: issuedAccount(request), currency, amountMinor: -amountMinor },
      ...also,
    ],
  });
}
