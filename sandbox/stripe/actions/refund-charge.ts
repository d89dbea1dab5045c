import { newId } from "../identifiers";
import type { Charge } from "../objects/payment";
import { newRefund } from "../objects/refund";
import type { Refund } from "../objects/refund";
import type { Metadata } from "../objects/stripe-object";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { bookBalance } from "./book-balance";

export interface RefundInput {
  /** Minor units; left out, all that is not refunded yet. */
  amount?: number | undefined;
  reason?: string | undefined;
  metadata?: Metadata;
}

/** Gives money back. The refund succeeds at once, or waits when the sandbox is set to that; it can fail later. */
export function refundCharge(sandbox: Sandbox, charge: Charge, input: RefundInput): Refund {
  const left = charge.amount - charge.amount_refunded;
  refuseImpossible(charge, input.amount, left);
  const amount = input.amount ?? left;
  const created = sandbox.now();
  const id = newId("re_", 24);
  const transaction = bookBalance(sandbox, {
    source: id,
    amount: -amount,
    currency: charge.currency,
    type: "refund",
  });
  const refund = sandbox.tables.refunds.insert(
    newRefund({
      id,
      amount,
      balance_transaction: transaction.id,
      charge: charge.id,
      created,
      currency: charge.currency,
      customer: charge.customer,
      metadata: input.metadata ?? {},
      payment_intent: charge.payment_intent,
      payment_method: charge.payment_method,
      reason: input.reason ?? null,
      status: sandbox.setting("refunds").mode === "pending" ? "pending" : "succeeded",
    }),
  );
  const after = setRefunded(sandbox, charge, charge.amount_refunded + amount);
  sandbox.emit("refund.created", refund);
  sandbox.emit("charge.refunded", after, { before: charge });
  return refund;
}

/** A refund that waited comes through. */
export function succeedRefund(sandbox: Sandbox, id: string): Refund {
  const before = sandbox.tables.refunds.get(id);
  if (before.status !== "pending" && before.status !== "requires_action") throw wrongStatus(before);
  const after = sandbox.tables.refunds.update(id, { status: "succeeded" });
  sandbox.emit("refund.updated", after, { before });
  sandbox.emit("charge.refund.updated", after, { before });
  return after;
}

/** The bank sends the money back: the payment counts as not refunded again. */
export function failRefund(sandbox: Sandbox, id: string): Refund {
  const before = sandbox.tables.refunds.get(id);
  if (before.status === "failed" || before.status === "canceled") throw wrongStatus(before);
  const after = takeBack(sandbox, before, { status: "failed", failure_reason: "expired_or_canceled_card" });
  sandbox.emit("refund.updated", after, { before });
  sandbox.emit("refund.failed", after, { before });
  sandbox.emit("charge.refund.updated", after, { before });
  return after;
}

/** Only a refund that waits can be cancelled. */
export function cancelRefund(sandbox: Sandbox, id: string): Refund {
  const before = sandbox.tables.refunds.get(id);
  if (before.status !== "pending" && before.status !== "requires_action") throw wrongStatus(before);
  const after = takeBack(sandbox, before, { status: "canceled" });
  sandbox.emit("refund.updated", after, { before });
  sandbox.emit("charge.refund.updated", after, { before });
  return after;
}

function takeBack(sandbox: Sandbox, refund: Refund, patch: Partial<Refund>): Refund {
  const charge = sandbox.tables.charges.get(refund.charge);
  setRefunded(sandbox, charge, charge.amount_refunded - refund.amount);
  const { id, amount, currency } = refund;
  const transaction = bookBalance(sandbox, { source: id, amount, currency, type: "refund_failure" });
  return sandbox.tables.refunds.update(id, { ...patch, failure_balance_transaction: transaction.id });
}

function setRefunded(sandbox: Sandbox, charge: Charge, amount: number): Charge {
  return sandbox.tables.charges.update(charge.id, {
    amount_refunded: amount,
    refunded: amount === charge.amount,
  });
}

function refuseImpossible(charge: Charge, amount: number | undefined, left: number): void {
  if (charge.status !== "succeeded")
    throw invalidRequest("This charge did not succeed, so it cannot be refunded.", "charge");
  if (left === 0) {
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      "charge",
      "charge_already_refunded",
    );
  }
  if (charge.disputed) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      "charge",
      "charge_disputed",
    );
  }
  if (amount !== undefined && amount > left) {
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      "amount",
      "amount_too_large",
    );
  }
}

function wrongStatus(refund: Refund) {
  return invalidRequest(`This refund is ${refund.status}; that is not possible any more.`);
}
