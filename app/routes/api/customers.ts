import { z } from "zod";
import { apiAction, apiLoader } from "~/http/api.server";
import { email, line, moment, shopId } from "~/http/api-fields";
import { syncCustomer } from "~/journeys/sync-customer.server";

const schema = z.strictObject({
  customerExternalId: shopId,
  /** Only of somebody who signed up at the shop; kept as a keyed hash alone (P9). */
  customerEmail: email.nullish(),
  stripeCustomerId: z.string().regex(/^cus_\w{1,100}$/, "must be a Stripe customer id").nullish(),
  organisationId: shopId.nullish(),
  knownSince: moment.nullish(),
  paidSince: moment.nullish(),
  basis: line(200).nullish(),
});

export const loader = apiLoader;

export const action = apiAction({
  scope: "track",
  schema,
  handle: async (input) => {
    const customer = await syncCustomer({
      externalId: input.customerExternalId,
      stripeCustomerId: input.stripeCustomerId ?? null,
      email: input.customerEmail ?? null,
      organisationId: input.organisationId ?? null,
      knownSince: input.knownSince ?? null,
      paidSince: input.paidSince ?? null,
      basis: input.basis ?? null,
    });
    return { body: { customer: { ...customer, name: null, email: null, avatar: null }, reasons: [] } };
  },
});
