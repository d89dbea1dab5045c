import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { email, line, moment, shopId } from "~/http/api-fields";
import { idOf, nobody, reasons, time } from "~/http/api-shapes";
import { syncCustomer } from "~/journeys/sync-customer.server";

const body = z.strictObject({
  customerExternalId: shopId.describe("Your own number for this customer; letter for letter"),
  customerEmail: email.nullish().describe("Only of somebody who signed up with you; kept as a keyed hash and its domain, never readable"),
  stripeCustomerId: z.string().regex(/^cus_\w{1,100}$/, "must be a Stripe customer id").nullish(),
  organisationId: shopId.nullish().describe("The organisation this customer belongs to"),
  knownSince: moment.nullish().describe("When they became known to you"),
  paidSince: moment.nullish().describe("When they paid for the first time, if they did: nobody is thanked for bringing them after that"),
  basis: line(200).nullish().describe("Why you may tell us about them; kept with the customer. Without it: `shop_sign_up`"),
});

const answer = z.strictObject({
  customer: z.strictObject({
    id: idOf("cst"),
    externalId: z.string().nullable(),
    stripeCustomerId: z.string().nullable(),
    organisationId: z.string().nullable(),
    knownSince: time,
    paidSince: time.nullable(),
    ...nobody,
  }),
  reasons,
});

export const syncCustomerEndpoint = defineEndpoint({
  method: "POST",
  path: "/customers",
  operationId: "syncCustomer",
  group: "Customers",
  scope: "track",
  summary: "Make a customer known",
  description: "Creates a customer by your number, or adds what is new about them. Whoever is a customer may join the program, and is nobody's new friend once they paid.",
  body,
  answer,
  answers: { 200: "Kept" },
  examples: [
    {
      title: "A customer of long standing",
      body: { customerExternalId: "customer-7", customerEmail: "bea@example.com", knownSince: "2025-01-01T00:00:00Z", basis: "shop_sign_up" },
      answer: {
        customer: {
          id: "cst_01kb2q7e5n8m3x6w9r4t1v2y7z", externalId: "customer-7", stripeCustomerId: null, organisationId: null,
          knownSince: "2025-01-01T00:00:00.000Z", paidSince: null, name: null, email: null, avatar: null,
        },
        reasons: [],
      },
    },
  ],
  handle: async ({ body: told }) => {
    const customer = await syncCustomer({
      externalId: told.customerExternalId,
      stripeCustomerId: told.stripeCustomerId ?? null,
      email: told.customerEmail ?? null,
      organisationId: told.organisationId ?? null,
      knownSince: told.knownSince ?? null,
      paidSince: told.paidSince ?? null,
      basis: told.basis ?? null,
    });
    const { id, externalId, stripeCustomerId, organisationId, knownSince, paidSince } = customer;
    const shown = { id, externalId, stripeCustomerId, organisationId, knownSince: knownSince.toISOString(), paidSince: paidSince?.toISOString() ?? null };
    return { body: { customer: { ...shown, name: null, email: null, avatar: null }, reasons: [] } };
  },
});
