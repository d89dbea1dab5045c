import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";

/** A new sandbox owns this much in each currency, so that transfers can be tried before anything was sold. */
const OPENING_BALANCE = 5_000_000;
const RECIPIENT_WAIT_SECONDS = 86_400;

export interface Funds {
  available: number;
  pending: number;
}

/** The platform's money in one currency, minor units: what has settled by now, and what has not. */
export function platformFunds(sandbox: Sandbox, currency: string): Funds {
  const now = sandbox.now();
  const funds = { available: OPENING_BALANCE, pending: 0 };
  for (const transaction of sandbox.tables.balanceTransactions.all()) {
    if (transaction.currency !== currency) continue;
    if (transaction.available_on <= now) funds.available += transaction.net;
    else funds.pending += transaction.net;
  }
  return funds;
}

/** A connected account's money: transfers in, less reversals and payouts. Recipients wait a day for theirs. */
export function accountFunds(sandbox: Sandbox, accountId: string, currency: string): Funds {
  const { tables } = sandbox;
  const account = tables.accounts.get(accountId);
  const terms = account.tos_acceptance as { service_agreement?: string } | null;
  const wait = terms?.service_agreement === "recipient" ? RECIPIENT_WAIT_SECONDS : 0;
  const funds = { available: 0, pending: 0 };
  for (const transfer of tables.transfers.where("destination", accountId)) {
    if (transfer.currency !== currency) continue;
    const left = transfer.amount - transfer.amount_reversed;
    if (transfer.created + wait <= sandbox.now()) funds.available += left;
    else funds.pending += left;
  }
  for (const payout of tables.payouts.all()) {
    if (tables.payoutOwners.get(payout.id).account !== accountId || payout.currency !== currency) continue;
    if (payout.status !== "failed" && payout.status !== "canceled") funds.available -= payout.amount;
  }
  return funds;
}

export function currenciesInUse(sandbox: Sandbox): string[] {
  const used = sandbox.tables.balanceTransactions.all().map((transaction) => transaction.currency);
  return [...new Set(["eur", ...used])];
}

export function insufficientFunds(what: string) {
  return invalidRequest(
    `You have insufficient available funds in ${what}. ` +
      "One reason you might have insufficient funds is because your funds are automatically being paid out.",
    "amount",
    "balance_insufficient",
  );
}
