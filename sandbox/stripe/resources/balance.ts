import { accountFunds, currenciesInUse, platformFunds } from "../actions/balances";
import { createPayout, settlePayout } from "../actions/pay-out";
import type { BalanceTransaction } from "../objects/balance-transaction";
import { mergeMetadata } from "../objects/stripe-object";
import { currency, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Call, Route } from "../route";
import type { Sandbox } from "../sandbox";
import { missingResource } from "../stripe-error";

export const balanceRoutes: Route[] = [
  route("GET", "/v1/balance", "balance", {}, ({ sandbox, account }) => {
    const funds = currenciesInUse(sandbox).map((code) => ({
      code,
      ...(account ? accountFunds(sandbox, account, code) : platformFunds(sandbox, code)),
    }));
    const show = (amount: number, code: string) => ({
      amount,
      currency: code,
      source_types: { card: amount },
    });
    return {
      object: "balance",
      available: funds.map(({ available, code }) => show(available, code)),
      connect_reserved: funds.map(({ code }) => ({ amount: 0, currency: code })),
      livemode: false,
      pending: funds.map(({ pending, code }) => show(pending, code)),
    };
  }),
  route("GET", "/v1/balance_transactions/:id", "balance_transaction_source", {}, ({ sandbox, at }) =>
    withStatus(sandbox, sandbox.tables.balanceTransactions.get(at("id"))),
  ),
  listRoute(
    "/v1/balance_transactions",
    "balance_transaction_source",
    { currency: currency.optional(), source: text.optional(), type: text.optional() },
    ({ sandbox, params: { currency: code, source, type } }) => {
      const { balanceTransactions } = sandbox.tables;
      return (source === undefined ? balanceTransactions.all() : balanceTransactions.where("source", source))
        .filter((transaction) => code === undefined || transaction.currency === code)
        .filter((transaction) => type === undefined || transaction.type === type)
        .map((transaction) => withStatus(sandbox, transaction));
    },
  ),
  route(
    "POST",
    "/v1/payouts",
    "payout",
    {
      amount: positive,
      currency,
      description: text.optional(),
      destination: text.optional(),
      metadata: metadata.optional(),
      method: text.optional(),
      statement_descriptor: text.optional(),
    },
    ({ sandbox, account, params }) =>
      createPayout(sandbox, account, {
        amount: params.amount,
        currency: params.currency,
        description: params.description ?? null,
        metadata: mergeMetadata({}, params.metadata),
      }),
  ),
  route("GET", "/v1/payouts/:id", "payout", {}, (call) => ownPayout(call)),
  route("POST", "/v1/payouts/:id/cancel", "payout", {}, (call) =>
    settlePayout(call.sandbox, ownPayout(call).id, "canceled"),
  ),
  listRoute(
    "/v1/payouts",
    "payout",
    { status: text.optional() },
    ({ sandbox: { tables }, account, params }) =>
      tables.payouts
        .all()
        .filter((payout) => tables.payoutOwners.get(payout.id).account === account)
        .filter((payout) => params.status === undefined || payout.status === params.status),
  ),
];

/** Whether the money has settled depends on when one looks. */
export function withStatus(sandbox: Sandbox, transaction: BalanceTransaction): BalanceTransaction {
  return { ...transaction, status: transaction.available_on <= sandbox.now() ? "available" : "pending" };
}

function ownPayout({ sandbox: { tables }, account, at }: Call<unknown>) {
  const payout = tables.payouts.get(at("id"));
  if (tables.payoutOwners.get(payout.id).account !== account) throw missingResource("payout", payout.id);
  return payout;
}
