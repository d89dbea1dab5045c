import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";

export type CustomerRow = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

type CustomerKey = { id: string } | { stripeCustomerId: string } | { externalId: string };

export async function findCustomer(tx: Tx, key: CustomerKey) {
  return await tx.customer.findUnique({ where: key });
}

/** The customer known longest by this address, of those a provider or shop has not given a number of its own. */
export async function findUnnumberedCustomer(tx: Tx, emailHash: string): Promise<CustomerRow | null> {
  return await tx.customer.findFirst({
    where: { emailHash, stripeCustomerId: null, externalId: null },
    orderBy: [{ knownSince: "asc" }, { id: "asc" }],
  });
}

/** The customer known longest by this address. */
export async function findCustomerByEmail(tx: Tx, emailHash: string): Promise<CustomerRow | null> {
  return await tx.customer.findFirst({ where: { emailHash }, orderBy: [{ knownSince: "asc" }, { id: "asc" }] });
}

export type CustomerChange = Partial<Omit<CustomerRow, "id">>;

export async function insertCustomer(tx: Tx, customer: CustomerChange & { knownSince: Date }): Promise<CustomerRow> {
  return await tx.customer.create({ data: { id: newId("cst"), ...customer } });
}

export async function updateCustomer(tx: Tx, id: string, change: CustomerChange): Promise<CustomerRow> {
  return await tx.customer.update({ where: { id }, data: change });
}

/** Notes a payment; only an earlier one than known changes anything. */
export async function lowerFirstPaidAt(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.customer.updateMany({
    where: { id, OR: [{ firstPaidAt: null }, { firstPaidAt: { gt: at } }] },
    data: { firstPaidAt: at },
  });
}

interface CustomerGroup {
  ids: readonly string[];
  emailHashes: readonly string[];
  organisationIds: readonly string[];
}

/** Everybody who is one of these, shares an address with them or belongs to one of the organisations; locked. */
export async function lockCustomerGroup(tx: Tx, { ids, emailHashes, organisationIds }: CustomerGroup): Promise<CustomerRow[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from customer
     where id = any(${ids}) or email_hash = any(${emailHashes}) or organisation_id = any(${organisationIds})
     order by id for update`;
  return await tx.customer.findMany({ where: { id: { in: found.map(({ id }) => id) } }, orderBy: { id: "asc" } });
}

/** Customers whose address a person proved to be theirs become that person's. @returns how many */
export async function setPerson(tx: Tx, emailHash: string, personId: string): Promise<number> {
  const { count } = await tx.customer.updateMany({ where: { emailHash, personId: null }, data: { personId } });
  return count;
}

export async function findCustomerIdsOf(tx: Tx, by: { personId: string; emailHash: string }): Promise<string[]> {
  const rows = await tx.customer.findMany({ where: { OR: [{ personId: by.personId }, { emailHash: by.emailHash }] }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function countCustomersOf(tx: Tx, by: { personId: string; emailHash: string }): Promise<number> {
  return await tx.customer.count({ where: { deletedAt: null, OR: [{ personId: by.personId }, { emailHash: by.emailHash }] } });
}

/**
 * Takes the hashes of customers who were deleted by then, and of their purchases. Somebody of the same address who came
 * back keeps when they paid first, so that forgetting changes no decision.
 * @returns how many customers
 */
export async function forgetHashes(tx: Tx, deletedUntil: Date): Promise<number> {
  await tx.$executeRaw`
    update customer back set first_paid_at = least(back.first_paid_at, gone.first_paid_at)
      from customer gone
     where gone.deleted_at <= ${deletedUntil} and gone.first_paid_at is not null
       and back.email_hash = gone.email_hash and back.deleted_at is null`;
  await tx.$executeRaw`
    update purchase p set email_hash = null, fingerprint_hash = null
      from customer gone
     where gone.id = p.customer_id and gone.deleted_at <= ${deletedUntil} and gone.email_hash is not null`;
  const { count } = await tx.customer.updateMany({
    where: { deletedAt: { lte: deletedUntil }, emailHash: { not: null } },
    data: { emailHash: null, emailDomain: null },
  });
  return count;
}
