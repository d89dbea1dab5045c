import { z } from "zod";
import { newId } from "../identifiers";
import { newPaymentLink } from "../objects/payment-link";
import { mergeMetadata } from "../objects/stripe-object";
import { accepted, flag, list, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { invalidRequest } from "../stripe-error";

const data = z.strictObject({ metadata: metadata.optional() });
const redirect = z.strictObject({ type: text, redirect: z.strictObject({ url: text }).optional() });

export const paymentLinkRoutes: Route[] = [
  route(
    "POST",
    "/v1/payment_links",
    "payment_link",
    {
      after_completion: redirect.optional(),
      allow_promotion_codes: flag.optional(),
      billing_address_collection: text.optional(),
      customer_creation: text.optional(),
      line_items: list(
        z.strictObject({
          price: text,
          quantity: positive.optional(),
          adjustable_quantity: accepted.optional(),
        }),
      ),
      metadata: metadata.optional(),
      payment_intent_data: data.optional(),
      subscription_data: data.optional(),
    },
    ({ sandbox, params }) => {
      const { tables } = sandbox;
      const id = newId("plink_", 24);
      const lines = params.line_items.map(({ price, quantity = 1 }, index) => ({
        price: tables.prices.get(price, `line_items[${index}][price]`).id,
        quantity,
      }));
      const first = tables.prices.find(lines[0]?.price);
      if (!first) throw invalidRequest("You must specify at least one line item.", "line_items");
      tables.linkTemplates.insert({
        id,
        lines,
        mode: lines.some(({ price }) => tables.prices.get(price).recurring) ? "subscription" : "payment",
        redirectUrl: params.after_completion?.redirect?.url ?? null,
        subscriptionMetadata: mergeMetadata({}, params.subscription_data?.metadata),
        paymentIntentMetadata: mergeMetadata({}, params.payment_intent_data?.metadata),
      });
      const link = newPaymentLink({
        id,
        ...(params.after_completion ? { after_completion: params.after_completion } : {}),
        allow_promotion_codes: params.allow_promotion_codes ?? false,
        currency: first.currency,
        customer_creation: params.customer_creation ?? "if_required",
        metadata: mergeMetadata({}, params.metadata),
        url: `${sandbox.publicUrl}/b/${id}`,
      });
      tables.paymentLinks.insert(link);
      sandbox.emit("payment_link.created", link);
      return link;
    },
  ),
  route("GET", "/v1/payment_links/:id", "payment_link", {}, ({ sandbox, at }) =>
    sandbox.tables.paymentLinks.get(at("id")),
  ),
  route(
    "POST",
    "/v1/payment_links/:id",
    "payment_link",
    { active: flag.optional(), allow_promotion_codes: flag.optional(), metadata: metadata.optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.paymentLinks.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.paymentLinks.update(before.id, patch);
      sandbox.emit("payment_link.updated", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/payment_links",
    "payment_link",
    { active: flag.optional() },
    ({ sandbox, params: { active } }) =>
      sandbox.tables.paymentLinks.all().filter((link) => active === undefined || link.active === active),
  ),
];
