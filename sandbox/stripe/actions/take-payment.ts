import { newId } from "../identifiers";
import { newCharge, newPaymentIntent } from "../objects/payment";
import type { Charge, PaymentIntent, PaymentMethod } from "../objects/payment";
import type { Metadata } from "../objects/stripe-object";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../stripe-error";
import { bookBalance } from "./book-balance";
import { declineOf, riskOf } from "./cards";

const SETTLEMENT_SECONDS = 2 * 86_400;
const FEE_RATE = 0.015;
const FEE_FIXED = 25;

const DECLINE_MESSAGES: Record<string, string> = {
  insufficient_funds: "Your card has insufficient funds.",
  lost_card: "Your card was declined.",
  expired_card: "Your card has expired.",
  incorrect_cvc: "Your card's security code is incorrect.",
};

export interface IntentInput {
  amount: number;
  currency: string;
  customer: string | null;
  metadata?: Metadata;
  description?: string | null;
  transferGroup?: string | null;
}

export function createIntent(sandbox: Sandbox, input: IntentInput): PaymentIntent {
  const intent = sandbox.tables.paymentIntents.insert(
    newPaymentIntent({
      id: newId("pi_", 24),
      created: sandbox.now(),
      amount: input.amount,
      currency: input.currency,
      customer: input.customer,
      metadata: input.metadata ?? {},
      description: input.description ?? null,
      transfer_group: input.transferGroup ?? null,
    }),
  );
  sandbox.emit("payment_intent.created", intent);
  return intent;
}

/**
 * Charges the card. A declined card leaves a failed charge and its events behind; the returned charge says so.
 * `first`: the buyer is present, which matters to the card that only fails later.
 */
export function chargeIntent(
  sandbox: Sandbox,
  intent: PaymentIntent,
  method: PaymentMethod,
  first: boolean,
): Charge {
  const decline = declineOf(sandbox, method.id, first);
  return decline ? failCharge(sandbox, intent, method, decline) : settleCharge(sandbox, intent, method);
}

/** The error a declined charge becomes in an answer of the API. */
export function declinedError(sandbox: Sandbox, charge: Charge): StripeError {
  const decline = String(Object(charge.outcome).reason);
  const intent = sandbox.tables.paymentIntents.find(charge.payment_intent);
  return new StripeError(
    402,
    {
      type: "card_error",
      code: String(charge.failure_code),
      decline_code: decline,
      message: String(charge.failure_message),
      charge: charge.id,
      ...(intent ? { payment_intent: intent } : {}),
    },
    true,
  );
}

function settleCharge(sandbox: Sandbox, intent: PaymentIntent, method: PaymentMethod): Charge {
  const { tables } = sandbox;
  const created = sandbox.now();
  const id = newId("ch_", 24);
  const balance = bookBalance(sandbox, {
    source: id,
    amount: intent.amount,
    currency: intent.currency,
    fee: Math.round(intent.amount * FEE_RATE) + FEE_FIXED,
    type: "charge",
    availableOn: created + SETTLEMENT_SECONDS,
  });
  const base = newCharge(id, created, intent, method);
  const charge = tables.charges.insert({
    ...base,
    outcome: { ...Object(base.outcome), ...riskOf(sandbox, method.id) },
    balance_transaction: balance.id,
  });
  const paid = tables.paymentIntents.update(intent.id, {
    amount_received: intent.amount,
    latest_charge: charge.id,
    payment_method: method.id,
    status: "succeeded",
    last_payment_error: null,
    processing: null,
  });
  sandbox.emit("charge.succeeded", charge);
  sandbox.emit("payment_intent.succeeded", paid);
  return charge;
}

function failCharge(sandbox: Sandbox, intent: PaymentIntent, method: PaymentMethod, decline: string): Charge {
  const { tables } = sandbox;
  const message = DECLINE_MESSAGES[decline] ?? "Your card was declined.";
  const code = decline === "expired_card" || decline === "incorrect_cvc" ? decline : "card_declined";
  const base = newCharge(newId("ch_", 24), sandbox.now(), intent, method);
  const charge = tables.charges.insert({
    ...base,
    amount_captured: 0,
    captured: false,
    failure_code: code,
    failure_message: message,
    outcome: {
      ...Object(base.outcome),
      network_decline_code: "05",
      network_status: "declined_by_network",
      reason: decline,
      seller_message: "The bank did not return any further details with this decline.",
      type: "issuer_declined",
    },
    paid: false,
    status: "failed",
  });
  const failed = tables.paymentIntents.update(intent.id, {
    latest_charge: charge.id,
    status: "requires_payment_method",
    last_payment_error: { type: "card_error", code, decline_code: decline, message, charge: charge.id },
    processing: null,
  });
  sandbox.emit("charge.failed", charge);
  sandbox.emit("payment_intent.payment_failed", failed);
  return charge;
}
