import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findCustomer, lockCustomerGroup, type CustomerRow } from "./customer-store.server";
import { findPurchase, listPurchasesOf, type PurchaseRow } from "./purchase-store.server";

export type { CustomerRow, PurchaseRow };

/** One buyer under all the names we know: customers with the same address or organisation, and what they paid. */
export interface Friend {
  /** Customer id, or purchase id when no customer is known. */
  subjectId: string;
  organisationId: string | null;
  customers: CustomerRow[];
  emailHashes: string[];
  /** Oldest first. */
  purchases: PurchaseRow[];
  /** What was told of some of them under another name before, and counts as them since (M10). */
  joined: PurchaseRow[];
  /** The friend's first payment by what provider or shop say of the time before we listened; null when none (A8). */
  paidSince: Date | null;
  /** All of it was made in this transaction, so that no other room can hold anything about them. */
  isNew: boolean;
}

/** How many names lead to further names; a chain longer than this is no person. */
const MAX_HOPS = 5;

/**
 * Everything known about who made a purchase, locked: one decision about one buyer at a time.
 * @param made the customer, when this transaction made both them and the purchase
 * @throws NotFoundError
 */
export async function lockFriendOfPurchase(tx: Tx, told: PurchaseRow | string, made: CustomerRow | null = null): Promise<Friend> {
  const purchase = typeof told === "string" ? await findPurchase(tx, told) : told;
  if (!purchase) throw new NotFoundError("purchase", { purchaseId: String(told) });
  if (purchase.joinedInto) return lockFriendOfPurchase(tx, purchase.joinedInto);
  // With neither address nor organisation nobody can be the same as somebody who was not there before.
  if (made && !made.emailHash && !made.organisationId && !purchase.emailHash) return alone(made, purchase);
  const subjectId = purchase.customerId ?? purchase.id;
  const friend = await lockFriend(tx, subjectId, purchase.customerId, purchase.emailHash, purchase);
  const { customers, purchases, organisationId } = friend;
  return { ...friend, isNew: made !== null && organisationId === null && customers.length === 1 && purchases.length === 1 };
}

function alone(customer: CustomerRow, purchase: PurchaseRow): Friend {
  const paidSince = purchase.occurredAt;
  const customers = [{ ...customer, firstPaidAt: paidSince }];
  return { subjectId: customer.id, organisationId: null, customers, emailHashes: [], purchases: [purchase], joined: [], paidSince, isNew: true };
}

/** The same for a customer who may not have paid yet. @throws NotFoundError */
export async function lockFriendOfCustomer(tx: Tx, customerId: string): Promise<Friend> {
  return await lockFriend(tx, customerId, customerId, null, null);
}

async function lockFriend(
  tx: Tx,
  subjectId: string,
  customerId: string | null,
  emailHash: string | null,
  purchase: PurchaseRow | null,
): Promise<Friend> {
  const ids = new Set(customerId ? [customerId] : []);
  const emailHashes = new Set(emailHash ? [emailHash] : []);
  const organisationIds = new Set<string>();
  let customers: CustomerRow[] = [];
  let purchases: PurchaseRow[] = [];
  for (let hop = 0, size = -1; hop < MAX_HOPS && size !== ids.size + emailHashes.size + organisationIds.size; hop++) {
    size = ids.size + emailHashes.size + organisationIds.size;
    [customers, purchases] = await Promise.all([
      lockCustomerGroup(tx, { ids: [...ids], emailHashes: [...emailHashes], organisationIds: [...organisationIds] }),
      listPurchasesOf(tx, { customerIds: [...ids], emailHashes: [...emailHashes] }),
    ]);
    for (const customer of customers) {
      ids.add(customer.id);
      if (customer.emailHash) emailHashes.add(customer.emailHash);
      if (customer.organisationId) organisationIds.add(customer.organisationId);
    }
    for (const each of purchases) {
      for (const id of [each.customerId, each.alsoCustomerId]) if (id) ids.add(id);
      if (each.emailHash) emailHashes.add(each.emailHash);
    }
  }
  if (purchase && !purchases.some(({ id }) => id === purchase.id)) purchases = [purchase];
  const paid = customers.flatMap(({ firstPaidAt }) => firstPaidAt ?? []);
  return {
    subjectId,
    organisationId: customers.find(({ id }) => id === customerId)?.organisationId ?? null,
    customers,
    emailHashes: [...emailHashes],
    purchases: purchases.filter(({ joinedInto }) => joinedInto === null),
    joined: purchases.filter(({ joinedInto }) => joinedInto !== null),
    paidSince: paid.length === 0 ? null : new Date(Math.min(...paid.map(Number))),
    isNew: false,
  };
}

/** One customer. @throws NotFoundError */
export async function getCustomer(tx: Tx, id: string): Promise<CustomerRow> {
  const customer = await findCustomer(tx, { id });
  if (!customer) throw new NotFoundError("customer", { id });
  return customer;
}
