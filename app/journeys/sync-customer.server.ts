import { recordCustomer } from "~/commerce/record-customer.server";
import { recordPaidSince } from "~/commerce/record-paid-since.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { linkToPerson } from "./link-to-person.server";

export interface SyncCustomerInput {
  externalId: string;
  stripeCustomerId: string | null;
  /** Of a person who signed up at the shop; reduced at the door (P9). */
  email: string | null;
  organisationId: string | null;
  knownSince: Date | null;
  /** When this customer paid for the first time, if they did (A8). */
  paidSince: Date | null;
  basis: string | null;
}

export interface SyncedCustomer {
  id: string;
  externalId: string | null;
  stripeCustomerId: string | null;
  organisationId: string | null;
  knownSince: Date;
  paidSince: Date | null;
}

/** Makes a customer of the shop known, or what is new about them: who is a customer may join, and is nobody's new friend. */
export async function syncCustomer(
  input: SyncCustomerInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<SyncedCustomer> {
  return await db.transaction("sync-customer", async (tx) => {
    const basis = input.basis ?? "shop_sign_up";
    const customer = await recordCustomer(tx, { ...input, basis }, clock.now());
    await linkToPerson(tx, customer.emailHash);
    const { id, externalId, stripeCustomerId, organisationId, knownSince, firstPaidAt } = await recordPaidSince(tx, customer.id, input.paidSince);
    return { id, externalId, stripeCustomerId, organisationId, knownSince, paidSince: firstPaidAt };
  });
}
