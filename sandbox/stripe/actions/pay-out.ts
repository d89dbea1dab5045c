import { newId } from "../identifiers";
import type { Metadata } from "../objects/stripe-object";
import { newPayout } from "../objects/transfer";
import type { Payout } from "../objects/transfer";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { accountFunds, insufficientFunds, platformFunds } from "./balances";
import { bookBalance } from "./book-balance";

const DAY_SECONDS = 86_400;

export interface PayoutInput {
  amount: number;
  currency: string;
  description: string | null;
  metadata: Metadata;
}

/** Sends money to a bank account: the platform's own, or that of the connected `account`. */
export function createPayout(sandbox: Sandbox, account: string | null, input: PayoutInput): Payout {
  const { tables } = sandbox;
  const funds = account
    ? accountFunds(sandbox, account, input.currency)
    : platformFunds(sandbox, input.currency);
  if (funds.available < input.amount) throw insufficientFunds("your Stripe account");
  const destination = account ? tables.accounts.get(account).external_accounts.data[0]?.id : newId("ba_", 24);
  if (!destination) throw invalidRequest("There is no external account for this currency.", "destination");
  const id = newId("po_", 24);
  tables.payoutOwners.insert({ id, account });
  const now = sandbox.now();
  const payout = tables.payouts.insert(
    newPayout({
      ...input,
      id,
      arrival_date: now + DAY_SECONDS,
      balance_transaction: account
        ? null
        : bookBalance(sandbox, {
            source: id,
            amount: -input.amount,
            currency: input.currency,
            type: "payout",
          }).id,
      created: now,
      destination,
      status: "in_transit",
    }),
  );
  sandbox.emit("payout.created", payout, { account });
  return payout;
}

/** The bank's answer. `failed` can come after `paid`: then the money is back in the balance. */
export function settlePayout(sandbox: Sandbox, id: string, outcome: "paid" | "failed" | "canceled"): Payout {
  const { tables } = sandbox;
  const before = tables.payouts.get(id);
  const { account } = tables.payoutOwners.get(id);
  const settled = outcome === "failed" ? ["in_transit", "pending", "paid"] : ["in_transit", "pending"];
  if (!settled.includes(before.status)) throw invalidRequest(`This payout is ${before.status}.`);
  const returned = outcome !== "paid" && !account;
  const after = tables.payouts.update(id, {
    status: outcome,
    ...(outcome === "failed"
      ? { failure_code: "account_closed", failure_message: "The bank account has been closed." }
      : {}),
    ...(returned
      ? {
          failure_balance_transaction: bookBalance(sandbox, {
            source: id,
            amount: before.amount,
            currency: before.currency,
            type: "payout_failure",
          }).id,
        }
      : {}),
  });
  sandbox.emit(`payout.${outcome}`, after, { account, ...(outcome === "paid" ? { before } : {}) });
  return after;
}
