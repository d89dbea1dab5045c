import { isDeepStrictEqual } from "node:util";
import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";

export type CustomerRow = Prisma.CustomerGetPayload<object>;

const COLUMNS = columnsOf(Prisma.CustomerScalarFieldEnum);

export async function findCustomer(tx: Tx, key: { id: string } | { stripeCustomerId: string }): Promise<CustomerRow | null> {
  const [row] = "id" in key
    ? await tx.sql.rows<CustomerRow>`select ${COLUMNS} from customer where id = ${key.id}`
    : await tx.sql.rows<CustomerRow>`select ${COLUMNS} from customer where stripe_customer_id = ${key.stripeCustomerId}`;
  return row ?? null;
}

/** The customer that the shop gave this number. */
export async function findNumberedCustomer(tx: Tx, externalId: string): Promise<CustomerRow | null> {
  const [row] = await tx.sql.rows<CustomerRow>`select ${COLUMNS} from customer where external_id = ${externalId}`;
  return row ?? null;
}

/** The customer known longest by this address, of those a provider or shop has not given a number of its own. */
export async function findUnnumberedCustomer(tx: Tx, emailHash: string): Promise<CustomerRow | null> {
  const [row] = await tx.sql.rows<CustomerRow>`
    select ${COLUMNS} from customer
     where email_hash = ${emailHash} and stripe_customer_id is null and external_id is null
     order by known_since, id limit 1`;
  return row ?? null;
}

/** The customer known longest by this address. */
export async function findCustomerByEmail(tx: Tx, emailHash: string): Promise<CustomerRow | null> {
  return await tx.customer.findFirst({ where: { emailHash }, orderBy: [{ knownSince: "asc" }, { id: "asc" }] });
}

export type CustomerChange = Partial<Omit<CustomerRow, "id">>;

export async function insertCustomer(tx: Tx, customer: CustomerChange & { knownSince: Date }): Promise<CustomerRow> {
  const row: CustomerRow = {
    id: newId("cst"), stripeCustomerId: null, externalId: null, personId: null, emailHash: null, emailDomain: null,
    organisationId: null, basis: null, firstPaidAt: null, deletedAt: null, ...customer,
  };
  tx.sql.insert("customer", [row]);
  return row;
}

/** Writes what changes, if anything does. The caller holds the customer's keys. */
export async function updateCustomer(tx: Tx, known: CustomerRow, change: CustomerChange): Promise<CustomerRow> {
  const after = { ...known, ...change };
  return isDeepStrictEqual(known, after) ? known : await tx.customer.update({ where: { id: known.id }, data: change });
}

/** Notes a payment; only an earlier one than known changes anything. */
export async function lowerFirstPaidAt(tx: Tx, id: string, at: Date): Promise<void> {
  tx.sql.send`update customer set first_paid_at = ${at} where id = ${id} and (first_paid_at is null or first_paid_at > ${at})`;
}

interface CustomerGroup {
  ids: readonly string[];
  emailHashes: readonly string[];
  organisationIds: readonly string[];
}

/** Everybody who is one of these, shares an address with them or belongs to one of the organisations; locked. */
export async function lockCustomerGroup(tx: Tx, { ids, emailHashes, organisationIds }: CustomerGroup): Promise<CustomerRow[]> {
  return await tx.sql.rows<CustomerRow>`
    select ${COLUMNS} from customer
     where id = any(${ids}) or email_hash = any(${emailHashes}) or organisation_id = any(${organisationIds})
     order by id for update`;
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
     where gone.id in (p.customer_id, p.also_customer_id) and gone.deleted_at <= ${deletedUntil} and gone.email_hash is not null`;
  const { count } = await tx.customer.updateMany({
    where: { deletedAt: { lte: deletedUntil }, emailHash: { not: null } },
    data: { emailHash: null, emailDomain: null },
  });
  return count;
}
