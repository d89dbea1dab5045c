import { newId } from "../identifiers";
import type { TaxRate } from "../objects/catalogue";
import type { Discount } from "../objects/discounts";
import { newInvoice } from "../objects/invoice";
import type { Invoice, InvoiceLine, InvoiceTax } from "../objects/invoice";
import { listObject } from "../objects/stripe-object";
import type { Metadata } from "../objects/stripe-object";
import type { Subscription } from "../objects/subscription";
import type { Sandbox } from "../sandbox";
import { priceLines, sum } from "./price-lines";
import type { PricedLine } from "./price-lines";
import { productsOf } from "./price-session";

export interface InvoiceLineInput {
  description: string;
  unitAmount: number;
  quantity: number;
  /** Null for an amount that belongs to no product. */
  price: string | null;
  product: string | null;
  taxRates: TaxRate[];
  period: { start: number; end: number };
  subscriptionItem: string | null;
  invoiceItem: string | null;
}

export interface InvoicePlan {
  customer: string;
  currency: string;
  billingReason: string;
  lines: InvoiceLineInput[];
  discounts: Discount[];
  subscription: Subscription | null;
  metadata?: Metadata;
  description?: string | null;
  paymentMethod?: string | null;
  period?: { start: number; end: number };
}

/** The invoice as it would be drafted now, without storing it: also what a preview shows. */
export function composeInvoice(sandbox: Sandbox, plan: InvoicePlan): Invoice {
  const { tables } = sandbox;
  const now = sandbox.now();
  const id = newId("in_", 24);
  const coupons = plan.discounts.map((discount) => {
    const coupon = tables.coupons.get(discount.source.coupon);
    return { discount: discount.id, coupon, products: productsOf(coupon) };
  });
  const priced = priceLines(
    plan.lines.map((line) => ({ ...line, product: line.product ?? "" })),
    coupons,
  );
  const lines = plan.lines.map((line, index) => newLine(id, plan, line, priced[index]));
  const subtotal = sum(priced.map((line) => line.subtotal));
  const total = sum(priced.map((line) => line.total));
  const tax = sum(priced.map((line) => line.tax));
  const inclusive = sum(priced.map((line) => line.tax)) - sum(priced.map(exclusiveTax));
  const { subscription } = plan;
  return newInvoice(tables.customers.get(plan.customer, "customer"), {
    id,
    billing_reason: plan.billingReason,
    created: now,
    currency: plan.currency,
    default_payment_method: plan.paymentMethod ?? null,
    description: plan.description ?? null,
    discounts: plan.discounts.map((discount) => discount.id),
    lines: listObject(`/v1/invoices/${id}/lines`, lines),
    metadata: plan.metadata ?? {},
    parent: subscription && {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: "subscription_details",
    },
    period_start: plan.period?.start ?? now,
    period_end: plan.period?.end ?? now,
    subtotal,
    subtotal_excluding_tax: subtotal - inclusive,
    total,
    total_excluding_tax: total - tax,
    total_discount_amounts: mergeAmounts(priced),
    total_taxes: priced.flatMap((line) => line.taxes),
    amount_due: total,
    amount_remaining: total,
  });
}

export function draftInvoice(sandbox: Sandbox, plan: InvoicePlan): Invoice {
  const invoice = sandbox.tables.invoices.insert(composeInvoice(sandbox, plan));
  sandbox.emit("invoice.created", invoice);
  return invoice;
}

function newLine(
  invoice: string,
  plan: InvoicePlan,
  line: InvoiceLineInput,
  priced: PricedLine | undefined,
): InvoiceLine {
  const subtotal = priced?.subtotal ?? 0;
  const subscription = plan.subscription?.id ?? null;
  return {
    id: newId("il_", 24),
    object: "line_item",
    amount: subtotal,
    currency: plan.currency,
    description: line.description,
    discount_amounts: priced?.discounts ?? [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: lineParent(line, subscription),
    period: { start: line.period.start, end: line.period.end },
    pretax_credit_amounts: [],
    pricing:
      line.price === null
        ? null
        : {
            price_details: { price: line.price, product: line.product },
            type: "price_details",
            unit_amount_decimal: String(line.unitAmount),
          },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription,
    subtotal,
    taxes: priced?.taxes ?? [],
  };
}

function lineParent(line: InvoiceLineInput, subscription: string | null) {
  const noProration = { proration: false, proration_details: { credited_items: null } };
  if (line.subscriptionItem !== null) {
    return {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        ...noProration,
        subscription,
        subscription_item: line.subscriptionItem,
      },
      type: "subscription_item_details",
    };
  }
  return {
    invoice_item_details: { invoice_item: line.invoiceItem, ...noProration, subscription: null },
    subscription_item_details: null,
    type: "invoice_item_details",
  };
}

function exclusiveTax(line: PricedLine): number {
  const exclusive = (tax: InvoiceTax) => tax.tax_behavior === "exclusive";
  return sum(line.taxes.filter(exclusive).map((tax) => tax.amount));
}

function mergeAmounts(priced: PricedLine[]): { amount: number; discount: string }[] {
  const totals = new Map<string, number>();
  for (const { discount, amount } of priced.flatMap((line) => line.discounts)) {
    totals.set(discount, (totals.get(discount) ?? 0) + amount);
  }
  return [...totals].map(([discount, amount]) => ({ amount, discount }));
}
