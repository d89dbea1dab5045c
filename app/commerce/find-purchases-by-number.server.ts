import type { Tx } from "~/platform/db.server";

export interface FoundPurchase {
  id: string;
  /** The person who bought, when they are known to us as one. */
  personId: string | null;
}

/** Purchases by any number a customer may read to support: ours, the invoice's, the payment's, the shop's own (S8). */
export async function findPurchasesByNumber(tx: Tx, number: string): Promise<FoundPurchase[]> {
  const purchases = await tx.purchase.findMany({
    where: {
      OR: [
        { id: number }, { key: number }, { invoiceId: number }, { paymentIntentId: number }, { checkoutSessionId: number },
        // A sale told by API is kept under the shop's own invoice number.
        { key: `api:${number}` },
      ],
    },
    take: 20,
    select: { id: true, customerId: true },
  });
  const customerIds = purchases.flatMap(({ customerId }) => customerId ?? []);
  const customers = await tx.customer.findMany({ where: { id: { in: customerIds } }, select: { id: true, personId: true } });
  const personOf = new Map(customers.map(({ id, personId }) => [id, personId]));
  return purchases.map(({ id, customerId }) => ({ id, personId: (customerId && personOf.get(customerId)) || null }));
}
