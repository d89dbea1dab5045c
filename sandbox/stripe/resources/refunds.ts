import { z } from "zod";
import { cancelRefund, refundCharge } from "../actions/refund-charge";
import type { Charge } from "../objects/payment";
import { mergeMetadata } from "../objects/stripe-object";
import { metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";

export const refundRoutes: Route[] = [
  route(
    "POST",
    "/v1/refunds",
    "charge",
    {
      amount: positive.optional(),
      charge: text.optional(),
      metadata: metadata.optional(),
      payment_intent: text.optional(),
      reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
    },
    ({ sandbox, params }) =>
      refundCharge(sandbox, chargeOf(sandbox, params.charge, params.payment_intent), {
        amount: params.amount,
        reason: params.reason,
        metadata: mergeMetadata({}, params.metadata),
      }),
  ),
  route("GET", "/v1/refunds/:id", "charge", {}, ({ sandbox, at }) => sandbox.tables.refunds.get(at("id"))),
  route("POST", "/v1/refunds/:id", "charge", { metadata: metadata.optional() }, ({ sandbox, params, at }) => {
    const before = sandbox.tables.refunds.get(at("id"));
    const after = sandbox.tables.refunds.update(before.id, {
      metadata: mergeMetadata(before.metadata, params.metadata),
    });
    sandbox.emit("refund.updated", after, { before });
    return after;
  }),
  route("POST", "/v1/refunds/:id/cancel", "charge", {}, ({ sandbox, at }) => cancelRefund(sandbox, at("id"))),
  listRoute(
    "/v1/refunds",
    "charge",
    { charge: text.optional(), payment_intent: text.optional() },
    ({ sandbox: { tables }, params: { charge, payment_intent: intent } }) =>
      (charge === undefined ? tables.refunds.all() : tables.refunds.where("charge", charge)).filter(
        (refund) => intent === undefined || refund.payment_intent === intent,
      ),
  ),
];

function chargeOf(sandbox: Sandbox, charge: string | undefined, intent: string | undefined): Charge {
  const { tables } = sandbox;
  if (charge !== undefined) return tables.charges.get(charge, "charge");
  if (intent === undefined) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const latest = tables.charges.find(tables.paymentIntents.get(intent, "payment_intent").latest_charge);
  if (!latest) {
    throw invalidRequest(
      "This PaymentIntent does not have a successful charge to refund.",
      "payment_intent",
      "payment_intent_unexpected_state",
    );
  }
  return latest;
}
