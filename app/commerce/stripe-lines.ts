import type { PurchaseLineFacts } from "./purchase";
import type { StripeInvoice, StripeSession } from "./stripe-shapes";

/** The product group of a Stripe product id; undefined when the product is not known. */
export type GroupOfProduct = (productId: string) => string | undefined;

/** Where a line goes whose product names no group in its metadata. */
const NO_GROUP = "other";

/** The group a shop gave a product, or a price of it, in metadata `group`. */
export function groupInMetadata(metadata: Readonly<Record<string, string>> | undefined): string | undefined {
  const group = (metadata?.group ?? "").normalize("NFKC").replace(/[^\p{L}\p{N} _-]/gu, "").trim().slice(0, 60);
  return group === "" ? undefined : group;
}

/** The basket of a Checkout session; a price's own group goes before its product's. */
export function linesOfSession(session: StripeSession | null): PurchaseLineFacts[] {
  return (session?.line_items ?? []).map(({ amount_total, amount_tax, quantity, price }) => {
    const product = typeof price?.product === "object" ? price.product?.metadata : undefined;
    return {
      group: groupInMetadata(price?.metadata) ?? groupInMetadata(product) ?? NO_GROUP,
      quantity: wholeQuantity(quantity),
      netMinor: BigInt(amount_total - amount_tax),
      taxMinor: BigInt(amount_tax),
    };
  });
}

/** The lines of an invoice, after discounts and without tax. */
export function linesOfInvoice(invoice: StripeInvoice, groupOf: GroupOfProduct): PurchaseLineFacts[] {
  return invoice.lines.map((line) => {
    const product = line.pricing?.price_details?.product;
    const taxes = line.taxes ?? [];
    const discount = total(line.discount_amounts ?? []);
    const taxInside = total(taxes.filter(({ tax_behavior }) => tax_behavior === "inclusive"));
    return {
      group: (product && groupOf(product)) || NO_GROUP,
      quantity: wholeQuantity(line.quantity),
      netMinor: BigInt(line.amount - discount - taxInside),
      taxMinor: BigInt(total(taxes)),
    };
  });
}

function wholeQuantity(quantity: number | null | undefined): number {
  return Math.min(Math.max(Math.round(quantity ?? 1), 0), 2_147_483_647);
}

function total(amounts: readonly { amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}
