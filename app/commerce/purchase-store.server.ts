import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { PurchaseFacts } from "./purchase";

export type PurchaseRow = NonNullable<Awaited<ReturnType<typeof findPurchase>>>;

export interface PurchaseOwner {
  customerId: string | null;
  emailHash: string | null;
  fingerprintHash: string | null;
}

export async function findPurchase(tx: Tx, id: string) {
  return await tx.purchase.findUnique({ where: { id } });
}

export async function findPurchaseWithLines(tx: Tx, id: string) {
  const purchase = await findPurchase(tx, id);
  if (!purchase) return null;
  return { ...purchase, lines: await tx.purchaseLine.findMany({ where: { purchaseId: id }, orderBy: { position: "asc" } }) };
}

export async function findPurchaseByKey(tx: Tx, key: string): Promise<PurchaseRow | null> {
  return await tx.purchase.findUnique({ where: { key } });
}

/** The purchase a payment is known as: by its key, its payment intent or its invoice; with its lines. */
export async function findToldPurchase(tx: Tx, told: Pick<PurchaseFacts, "key" | "paymentIntentId" | "invoiceId">) {
  const keys = [told.key, told.paymentIntentId, told.invoiceId].filter((key) => key !== null);
  const row = await tx.purchase.findFirst({
    where: { OR: [{ key: { in: keys } }, ...(told.paymentIntentId ? [{ paymentIntentId: told.paymentIntentId }] : [])] },
  });
  if (!row) return null;
  const lines = await tx.purchaseLine.findMany({ where: { purchaseId: row.id }, orderBy: { position: "asc" } });
  return { row, facts: { ...row, lines } satisfies PurchaseFacts };
}

/** The purchase that a refund or dispute means by this number: its key, its invoice's or its payment's. */
export async function findPurchaseNamed(tx: Tx, key: string): Promise<PurchaseRow | null> {
  const isInvoice = key.startsWith("in_");
  const told = { key, paymentIntentId: isInvoice ? null : key, invoiceId: isInvoice ? key : null };
  return (await findToldPurchase(tx, told))?.row ?? null;
}

export async function insertPurchase(tx: Tx, { lines, ...facts }: PurchaseFacts, owner: PurchaseOwner, now: Date): Promise<PurchaseRow> {
  const row = await tx.purchase.create({ data: { id: newId("pur"), ...facts, ...owner, recordedAt: now } });
  await insertLines(tx, row.id, lines);
  return row;
}

/** Writes what is known now; what was told of the owner before stays where nothing newer is known. */
export async function updatePurchase(tx: Tx, id: string, { lines, ...facts }: PurchaseFacts, owner: Partial<PurchaseOwner>): Promise<PurchaseRow> {
  await tx.purchaseLine.deleteMany({ where: { purchaseId: id } });
  await insertLines(tx, id, lines);
  // Exactly the columns of the facts: a row read from the table carries more than them.
  const { key, paymentIntentId, invoiceId, checkoutSessionId, subscriptionId, occurredAt, settlesAt, currency } = facts;
  const { paidMinor, taxMinor, shippingMinor, discountMinor, clickTokens, codes, programHint } = facts;
  return await tx.purchase.update({
    where: { id },
    data: {
      key, paymentIntentId, invoiceId, checkoutSessionId, subscriptionId, occurredAt, settlesAt, currency, paidMinor,
      taxMinor, shippingMinor, discountMinor, clickTokens, codes, programHint, ...owner,
    },
  });
}

async function insertLines(tx: Tx, purchaseId: string, lines: PurchaseFacts["lines"]): Promise<void> {
  await tx.purchaseLine.createMany({
    data: lines.map(({ group, quantity, netMinor, taxMinor }, position) => ({
      id: newId("pli"), purchaseId, position, group, quantity, netMinor, taxMinor,
    })),
  });
}

/** Paid purchases of these customers or addresses, oldest first. */
export async function listPurchasesOf(tx: Tx, of: { customerIds: string[]; emailHashes: string[] }): Promise<PurchaseRow[]> {
  return await tx.purchase.findMany({
    where: { OR: [{ customerId: { in: of.customerIds } }, { emailHash: { in: of.emailHashes } }] },
    orderBy: [{ occurredAt: "asc" }, { key: "asc" }],
  });
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
