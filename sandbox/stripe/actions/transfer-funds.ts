import { newId } from "../identifiers";
import type { Metadata } from "../objects/stripe-object";
import { listObject } from "../objects/stripe-object";
import { newTransfer, newTransferReversal } from "../objects/transfer";
import type { Transfer, TransferReversal } from "../objects/transfer";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { accountFunds, insufficientFunds, platformFunds } from "./balances";
import { bookBalance } from "./book-balance";

export interface TransferInput {
  amount: number;
  currency: string;
  destination: string;
  description: string | null;
  metadata: Metadata;
  sourceTransaction: string | null;
  transferGroup: string | null;
}

export function createTransfer(sandbox: Sandbox, input: TransferInput): Transfer {
  const { tables } = sandbox;
  const account = tables.accounts.find(input.destination);
  if (!account) {
    throw invalidRequest(`No such destination: '${input.destination}'`, "destination", "resource_missing");
  }
  if (account.capabilities.transfers !== "active") {
    throw invalidRequest(
      "Your destination account needs to have at least one of the following capabilities enabled: transfers, " +
        "crypto_transfers, legacy_payments",
      "destination",
      "insufficient_capabilities_for_transfer",
    );
  }
  const source = input.sourceTransaction
    ? tables.charges.get(input.sourceTransaction, "source_transaction")
    : null;
  if (
    source ? source.amount < input.amount : platformFunds(sandbox, input.currency).available < input.amount
  ) {
    throw insufficientFunds("your Stripe account");
  }
  const id = newId("tr_", 24);
  const transfer = tables.transfers.insert(
    newTransfer({
      id,
      amount: input.amount,
      balance_transaction: bookBalance(sandbox, {
        source: id,
        amount: -input.amount,
        currency: input.currency,
        type: "transfer",
      }).id,
      created: sandbox.now(),
      currency: input.currency,
      description: input.description,
      destination: account.id,
      destination_payment: newId("py_", 24),
      metadata: input.metadata,
      source_transaction: source?.id ?? null,
      transfer_group: input.transferGroup ?? source?.transfer_group ?? null,
    }),
  );
  sandbox.emit("transfer.created", transfer);
  return transfer;
}

/** Takes a transfer back, in part or whole, as far as the connected account still has the money. */
export function reverseTransfer(
  sandbox: Sandbox,
  id: string,
  input: { amount?: number | undefined; metadata: Metadata },
): TransferReversal {
  const { tables } = sandbox;
  const transfer = tables.transfers.get(id);
  const left = transfer.amount - transfer.amount_reversed;
  if (left === 0)
    throw invalidRequest(`Transfer ${id} is already fully reversed.`, "id", "transfer_reversed");
  const amount = input.amount ?? left;
  if (amount > left) throw invalidRequest(`Reversal amount (${amount}) is greater than ${left}`, "amount");
  const funds = accountFunds(sandbox, transfer.destination, transfer.currency);
  if (funds.available + funds.pending < amount) throw insufficientFunds("the connected Stripe account");
  const reversalId = newId("trr_", 24);
  const reversal = tables.transferReversals.insert(
    newTransferReversal({
      id: reversalId,
      amount,
      balance_transaction: bookBalance(sandbox, {
        source: reversalId,
        amount: amount,
        currency: transfer.currency,
        type: "transfer_refund",
      }).id,
      created: sandbox.now(),
      currency: transfer.currency,
      destination_payment_refund: newId("pyr_", 24),
      metadata: input.metadata,
      transfer: id,
    }),
  );
  const after = tables.transfers.update(id, {
    amount_reversed: transfer.amount_reversed + amount,
    reversals: listObject(`/v1/transfers/${id}/reversals`, [reversal, ...transfer.reversals.data]),
    reversed: amount === left,
  });
  sandbox.emit("transfer.reversed", after, { before: transfer });
  return reversal;
}
