import { z } from "zod";
import { expireSession, openSession } from "../actions/open-session";
import { sessionLineItems } from "../actions/price-session";
import { pageOf } from "../listing";
import { mergeMetadata } from "../objects/stripe-object";
import { metadata, paging, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { invalidRequest } from "../stripe-error";
import { sessionShape } from "./session-schema";

export const checkoutSessionRoutes: Route[] = [
  route("POST", "/v1/checkout/sessions", "checkout_session", sessionShape, ({ sandbox, params }) =>
    openSession(sandbox, params),
  ),
  route("GET", "/v1/checkout/sessions/:id", "checkout_session", {}, ({ sandbox, at }) =>
    sandbox.tables.sessions.get(at("id")),
  ),
  route(
    "POST",
    "/v1/checkout/sessions/:id",
    "checkout_session",
    { metadata: metadata.optional() },
    ({ sandbox, params, at }) => {
      const before = sandbox.tables.sessions.get(at("id"));
      return sandbox.tables.sessions.update(before.id, {
        metadata: mergeMetadata(before.metadata, params.metadata),
      });
    },
  ),
  route("POST", "/v1/checkout/sessions/:id/expire", "checkout_session", {}, ({ sandbox, at }) => {
    if (sandbox.tables.sessions.get(at("id")).status !== "open") {
      throw invalidRequest('Only Checkout Sessions with a status in ["open"] can be expired.');
    }
    return expireSession(sandbox, at("id"));
  }),
  route(
    "GET",
    "/v1/checkout/sessions/:id/line_items",
    "checkout_session",
    paging,
    ({ sandbox, params, at }) => {
      // Lines keep the order in which they were sent; lists of the API are newest first.
      const lines = sessionLineItems(sandbox, at("id")).reverse();
      return pageOf(lines, params, `/v1/checkout/sessions/${at("id")}/line_items`);
    },
  ),
  listRoute(
    "/v1/checkout/sessions",
    "checkout_session",
    {
      customer: text.optional(),
      payment_intent: text.optional(),
      status: z.enum(["open", "complete", "expired"]).optional(),
      subscription: text.optional(),
    },
    ({ sandbox, params: { customer, payment_intent: intent, status, subscription } }) =>
      (intent ? sandbox.tables.sessions.where("payment_intent", intent) : sandbox.tables.sessions.all())
        .filter((session) => customer === undefined || session.customer === customer)
        .filter((session) => status === undefined || session.status === status)
        .filter((session) => subscription === undefined || session.subscription === subscription),
  ),
];
