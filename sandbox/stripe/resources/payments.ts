import { z } from "zod";
import { paymentMethodFor, saveCard, isCardNumber } from "../actions/cards";
import { chargeIntent, createIntent, declinedError } from "../actions/take-payment";
import type { PaymentIntent } from "../objects/payment";
import { mergeMetadata } from "../objects/stripe-object";
import { accepted, clearable, currency, flag, list, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { livingCustomer } from "./customers";

const intentFields = {
  description: clearable(text).optional(),
  metadata: metadata.optional(),
  receipt_email: clearable(text).optional(),
  transfer_group: text.optional(),
};

const confirmFields = {
  off_session: flag.optional(),
  payment_method: text.optional(),
  return_url: text.optional(),
};

const PAYABLE = ["requires_payment_method", "requires_confirmation"];

const intentRoutes: Route[] = [
  route(
    "POST",
    "/v1/payment_intents",
    "payment_intent",
    {
      ...intentFields,
      ...confirmFields,
      amount: positive,
      automatic_payment_methods: accepted.optional(),
      confirm: flag.optional(),
      currency,
      customer: text.optional(),
      payment_method_types: list(text).optional(),
    },
    ({ sandbox, params }) => {
      if (params.customer) livingCustomer(sandbox, params.customer, "customer");
      const intent = createIntent(sandbox, {
        amount: params.amount,
        currency: params.currency,
        customer: params.customer ?? null,
        metadata: mergeMetadata({}, params.metadata),
        description: params.description ?? null,
        transferGroup: params.transfer_group ?? null,
      });
      if (params.confirm) return confirm(sandbox, intent, params.payment_method, params.off_session ?? false);
      if (!params.payment_method) return intent;
      const { id } = paymentMethodFor(sandbox, params.payment_method);
      return sandbox.tables.paymentIntents.update(intent.id, {
        payment_method: id,
        status: "requires_confirmation",
      });
    },
  ),
  route(
    "GET",
    "/v1/payment_intents/:id",
    "payment_intent",
    { client_secret: text.optional() },
    ({ sandbox, at }) => sandbox.tables.paymentIntents.get(at("id")),
  ),
  route(
    "POST",
    "/v1/payment_intents/:id",
    "payment_intent",
    intentFields,
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.paymentIntents.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      return sandbox.tables.paymentIntents.update(before.id, patch);
    },
  ),
  route(
    "POST",
    "/v1/payment_intents/:id/confirm",
    "payment_intent",
    confirmFields,
    ({ sandbox, params, at }) => {
      const intent = sandbox.tables.paymentIntents.get(at("id"));
      return confirm(sandbox, intent, params.payment_method, params.off_session ?? false);
    },
  ),
  route(
    "POST",
    "/v1/payment_intents/:id/cancel",
    "payment_intent",
    { cancellation_reason: text.optional() },
    ({ sandbox, params, at }) => {
      const intent = sandbox.tables.paymentIntents.get(at("id"));
      if (!PAYABLE.includes(intent.status)) throw unexpectedState(intent, "cancel");
      const canceled = sandbox.tables.paymentIntents.update(intent.id, {
        canceled_at: sandbox.now(),
        cancellation_reason: params.cancellation_reason ?? null,
        status: "canceled",
      });
      sandbox.emit("payment_intent.canceled", canceled);
      return canceled;
    },
  ),
  listRoute(
    "/v1/payment_intents",
    "payment_intent",
    { customer: text.optional() },
    ({ sandbox: { tables }, params: { customer } }) =>
      customer === undefined
        ? tables.paymentIntents.all()
        : tables.paymentIntents.where("customer", customer),
  ),
];

const chargeRoutes: Route[] = [
  route("GET", "/v1/charges/:id", "charge", {}, ({ sandbox, at }) => sandbox.tables.charges.get(at("id"))),
  route(
    "POST",
    "/v1/charges/:id",
    "charge",
    intentFields,
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.charges.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.charges.update(before.id, patch);
      sandbox.emit("charge.updated", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/charges",
    "charge",
    { customer: text.optional(), payment_intent: text.optional(), transfer_group: text.optional() },
    ({ sandbox: { tables }, params: { customer, payment_intent: intent, transfer_group: group } }) =>
      (intent === undefined ? tables.charges.all() : tables.charges.where("payment_intent", intent))
        .filter((charge) => customer === undefined || charge.customer === customer)
        .filter((charge) => group === undefined || charge.transfer_group === group),
  ),
];

const cardSchema = z.strictObject({ number: text, exp_month: text, exp_year: text, cvc: text.optional() });

const methodRoutes: Route[] = [
  route(
    "POST",
    "/v1/payment_methods",
    "payment_method",
    { type: z.literal("card"), card: cardSchema, billing_details: accepted.optional() },
    ({ sandbox, params }) => {
      const number = params.card.number.replace(/\D/g, "");
      if (!isCardNumber(number))
        throw invalidRequest("Your card number is incorrect.", "card[number]", "incorrect_number");
      return saveCard(sandbox, { number, email: null, name: null, customer: null });
    },
  ),
  route("GET", "/v1/payment_methods/:id", "payment_method", {}, ({ sandbox, at }) =>
    sandbox.tables.paymentMethods.get(at("id")),
  ),
  route(
    "POST",
    "/v1/payment_methods/:id/attach",
    "payment_method",
    { customer: text },
    ({ sandbox, params: { customer }, at }) => {
      livingCustomer(sandbox, customer, "customer");
      const { id } = paymentMethodFor(sandbox, at("id"));
      const attached = sandbox.tables.paymentMethods.update(id, { customer });
      sandbox.emit("payment_method.attached", attached);
      return attached;
    },
  ),
  listRoute(
    "/v1/payment_methods",
    "payment_method",
    { customer: text.optional(), type: text.optional() },
    ({ sandbox, params: { customer } }) =>
      sandbox.tables.paymentMethods
        .all()
        .filter(
          (method) => method.customer !== null && (customer === undefined || method.customer === customer),
        ),
  ),
];

export const paymentRoutes: Route[] = [...intentRoutes, ...chargeRoutes, ...methodRoutes];

function confirm(sandbox: Sandbox, intent: PaymentIntent, method: string | undefined, offSession: boolean) {
  if (!PAYABLE.includes(intent.status)) throw unexpectedState(intent, "confirm");
  const id = method ?? intent.payment_method;
  if (!id) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      "payment_method",
      "payment_intent_unexpected_state",
    );
  }
  const charge = chargeIntent(sandbox, intent, paymentMethodFor(sandbox, id), !offSession);
  if (charge.status === "failed") throw declinedError(sandbox, charge);
  return sandbox.tables.paymentIntents.get(intent.id);
}

function unexpectedState(intent: PaymentIntent, verb: string) {
  return invalidRequest(
    `This PaymentIntent's status is ${intent.status}; you cannot ${verb} it.`,
    undefined,
    "payment_intent_unexpected_state",
  );
}
