import type { Tx } from "~/platform/db.server";
import { digestEmail } from "./email-digest.server";
import {
  findCustomer, findCustomerByEmail, findNumberedCustomer, findUnnumberedCustomer, insertCustomer, updateCustomer,
  type CustomerChange, type CustomerRow,
} from "./customer-store.server";
import { lockKeys, lockOrganisation } from "./lock-keys.server";

/** Somebody who buys, as a provider or a shop tells it; the address is reduced here and kept nowhere (P9). */
export interface CustomerInput {
  stripeCustomerId: string | null;
  externalId: string | null;
  email: string | null;
  organisationId: string | null;
  basis?: string | null;
  knownSince: Date | null;
  deleted?: boolean;
}

export type RecordedCustomer = CustomerRow & {
  /** Made in this transaction. */
  isNew: boolean;
};

/**
 * Keeps what was told of a customer. One row per person as far as numbers tell: the provider's, the shop's own, else a
 * row that has only the same address. What is not told again stays.
 */
export async function recordCustomer(tx: Tx, input: CustomerInput, now: Date): Promise<RecordedCustomer> {
  const { stripeCustomerId, externalId } = input;
  const digest = digestEmail(input.email);
  const keys = [stripeCustomerId, externalId && `external:${externalId}`, digest?.emailHash].filter((key) => key != null);
  await lockKeys(tx, keys as string[]);

  const [byStripe, byShop, byAddress] = await Promise.all([
    stripeCustomerId ? findCustomer(tx, { stripeCustomerId }) : null,
    externalId ? findNumberedCustomer(tx, externalId) : null,
    digest && findUnnumberedCustomer(tx, digest.emailHash),
  ]);
  const known = byStripe ?? adoptable(byShop, stripeCustomerId) ?? byAddress;
  const organisationId = input.organisationId ?? known?.organisationId;
  if (organisationId) await lockOrganisation(tx, organisationId);
  const told: CustomerChange = {
    ...(stripeCustomerId && { stripeCustomerId }),
    // A number of the shop's that another row has already stays there: numbers are never moved between people.
    ...(externalId && (byShop === null || byShop.id === known?.id) && { externalId }),
    ...digest,
    ...(input.organisationId && { organisationId: input.organisationId }),
    ...(input.basis && { basis: input.basis }),
    ...(input.deleted && { deletedAt: known?.deletedAt ?? now }),
  };
  if (!known) return { ...(await insertCustomer(tx, { ...told, knownSince: input.knownSince ?? now })), isNew: true };
  const knownSince = input.knownSince && input.knownSince < known.knownSince ? input.knownSince : known.knownSince;
  return { ...(await updateCustomer(tx, known, { ...told, knownSince })), isNew: false };
}

/** Somebody who paid without an account: known by the address alone, or made known by it. Null without an address. */
export async function recordGuest(tx: Tx, email: string | null, at: Date): Promise<CustomerRow | null> {
  const digest = digestEmail(email);
  if (!digest) return null;
  await lockKeys(tx, [digest.emailHash]);
  return (await findCustomerByEmail(tx, digest.emailHash)) ?? (await insertCustomer(tx, { ...digest, knownSince: at }));
}

/** A row the shop numbered may be given the provider's number too, unless it has another one. */
function adoptable(row: CustomerRow | null, stripeCustomerId: string | null): CustomerRow | null {
  return row && (stripeCustomerId === null || row.stripeCustomerId === null) ? row : null;
}
