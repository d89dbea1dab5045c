import type { CheckoutSession } from "../objects/checkout-session";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { paymentMethodFor } from "./cards";
import { chargeIntent } from "./take-payment";

/** A payment that settles later arrives, or does not. */
export function settleSession(sandbox: Sandbox, id: string, arrives: boolean): CheckoutSession {
  const { tables } = sandbox;
  const session = tables.sessions.get(id);
  const intent = tables.paymentIntents.find(session.payment_intent);
  if (intent?.status !== "processing") throw invalidRequest("This session waits for no payment.");
  if (!arrives) {
    const failed = tables.paymentIntents.update(intent.id, {
      status: "requires_payment_method",
      last_payment_error: {
        type: "card_error",
        code: "payment_method_provider_decline",
        message: "The debit bounced.",
      },
    });
    sandbox.emit("payment_intent.payment_failed", failed);
    sandbox.emit("checkout.session.async_payment_failed", session);
    return session;
  }
  chargeIntent(sandbox, intent, paymentMethodFor(sandbox, intent.payment_method ?? ""), true);
  const paid = tables.sessions.update(id, { payment_status: "paid" });
  sandbox.emit("checkout.session.async_payment_succeeded", paid);
  return paid;
}
