import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { PurchaseFacts, PurchaseLineFacts } from "./purchase";

/** A purchase as it is stored, without its place in the order of facts. */
export type PurchaseRow = Omit<Prisma.PurchaseGetPayload<object>, "factSeq">;

const { factSeq: _, ...FIELDS } = Prisma.PurchaseScalarFieldEnum;
const COLUMNS = columnsOf(FIELDS);

type PurchaseLineRow = Prisma.PurchaseLineGetPayload<object>;

const LINE = columnsOf(Prisma.PurchaseLineScalarFieldEnum);

export interface PurchaseOwner {
  customerId: string | null;
  /** The same buyer, by whichever of shop and provider told second. */
  alsoCustomerId: string | null;
  emailHash: string | null;
  fingerprintHash: string | null;
  riskLevel: string | null;
}

export async function findPurchase(tx: Tx, id: string): Promise<PurchaseRow | null> {
  const [row] = await tx.sql.rows<PurchaseRow>`select ${COLUMNS} from purchase where id = ${id}`;
  return row ?? null;
}

export async function findPurchaseWithLines(tx: Tx, id: string) {
  const purchase = await findPurchase(tx, id);
  if (!purchase) return null;
  return { ...purchase, lines: await listLines(tx, id) };
}

export async function listLines(tx: Tx, purchaseId: string): Promise<PurchaseLineRow[]> {
  return await tx.sql.rows<PurchaseLineRow>`select ${LINE} from purchase_line where purchase_id = ${purchaseId} order by position`;
}

/**
 * The purchases a payment is known as, by its key, its payment intent or its invoice: one, or two where nobody said
 * before that an invoice and a payment intent are the same payment. Locked, because whoever tells of a purchase of two
 * names under one of them does not meet who tells of it under the other at the names' own locks.
 */
export async function lockToldPurchases(
  tx: Tx,
  told: Pick<PurchaseFacts, "key" | "paymentIntentId" | "invoiceId">,
): Promise<PurchaseRow[]> {
  const keys = [told.key, told.paymentIntentId, told.invoiceId].filter((key) => key !== null);
  // Without "limit 1", for which PostgreSQL would rather read the table from its start than use an index.
  return await tx.sql.rows<PurchaseRow>`
    select ${COLUMNS} from purchase where key = any(${keys}) or payment_intent_id = ${told.paymentIntentId} for no key update`;
}

/** The purchase that somebody means by this number: its key, its invoice's or its payment's. */
export async function findPurchaseNamed(tx: Tx, key: string): Promise<PurchaseRow | null> {
  const [row] = await tx.sql.rows<PurchaseRow>`
    select ${COLUMNS} from purchase where key = ${key} or payment_intent_id = ${key}`;
  return row ?? null;
}

export async function insertPurchase(tx: Tx, { lines, ...facts }: PurchaseFacts, owner: PurchaseOwner, now: Date): Promise<PurchaseRow> {
  const row: PurchaseRow = { id: newId("pur"), ...facts, ...owner, joinedInto: null, recordedAt: now };
  tx.sql.insert("purchase", [row]);
  insertLines(tx, row.id, lines);
  return row;
}

/** Writes what is known now; what was told of the owner before stays where nothing newer is known. */
export async function updatePurchase(tx: Tx, id: string, { lines, ...facts }: PurchaseFacts, owner: Partial<PurchaseOwner>): Promise<PurchaseRow> {
  await tx.purchaseLine.deleteMany({ where: { purchaseId: id } });
  insertLines(tx, id, lines);
  // Exactly the columns of the facts: a row read from the table carries more than them.
  const { key, paymentIntentId, invoiceId, checkoutSessionId, subscriptionId, occurredAt, settlesAt, currency } = facts;
  const { paidMinor, taxMinor, shippingMinor, discountMinor, clickTokens, codes, programHint, byProvider } = facts;
  return await tx.purchase.update({
    where: { id },
    data: {
      key, paymentIntentId, invoiceId, checkoutSessionId, subscriptionId, occurredAt, settlesAt, currency, paidMinor,
      taxMinor, shippingMinor, discountMinor, clickTokens, codes, programHint, byProvider, ...owner,
    },
  });
}

/** A payment that counts as another purchase from now on answers to no number any more; whose it was stays, so that friends are found. */
export async function markJoined(tx: Tx, joined: PurchaseRow, into: string, buyer: string | null): Promise<void> {
  await tx.purchase.updateMany({ where: { joinedInto: joined.id }, data: { joinedInto: into } });
  await tx.purchase.update({
    where: { id: joined.id },
    data: {
      key: `joined:${joined.key}`, paymentIntentId: null, invoiceId: null, checkoutSessionId: null, joinedInto: into,
      customerId: joined.customerId ?? buyer, alsoCustomerId: joined.alsoCustomerId ?? (joined.customerId && buyer),
    },
  });
}

function insertLines(tx: Tx, purchaseId: string, lines: readonly PurchaseLineFacts[]): void {
  const rows = lines.map(({ group, quantity, netMinor, taxMinor }, position) => ({
    id: newId("pli"), purchaseId, position, group, quantity, netMinor, taxMinor,
  }));
  tx.sql.insert("purchase_line", rows);
}

/** Paid purchases of these customers or addresses, oldest first; also those that count as another one. */
export async function listPurchasesOf(tx: Tx, of: { customerIds: string[]; emailHashes: string[] }): Promise<PurchaseRow[]> {
  return await tx.sql.rows<PurchaseRow>`
    select ${COLUMNS} from purchase
     where customer_id = any(${of.customerIds}) or also_customer_id = any(${of.customerIds}) or email_hash = any(${of.emailHashes})
     order by occurred_at, key`;
}

interface SubscriptionFacts {
  key: string;
  customerId: string | null;
  status: string;
  clickTokens: string[];
  codes: string[];
  startedAt: Date;
  endedAt: Date | null;
}

export async function saveSubscription(tx: Tx, subscription: SubscriptionFacts): Promise<void> {
  const { key, ...facts } = subscription;
  await tx.subscription.upsert({ where: { key }, create: subscription, update: facts });
}

/** When a sale was last told through the API; null when never. */
export async function findLastApiSale(tx: Tx): Promise<Date | null> {
  const sale = await tx.purchase.findFirst({
    where: { key: { startsWith: "api:" } },
    orderBy: { recordedAt: "desc" },
    select: { recordedAt: true },
  });
  return sale?.recordedAt ?? null;
}
