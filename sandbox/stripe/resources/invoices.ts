import { z } from "zod";
import { composeInvoice, draftInvoice } from "../actions/draft-invoice";
import type { InvoicePlan } from "../actions/draft-invoice";
import { paymentMethodFor } from "../actions/cards";
import { lineOfItem, pendingItems } from "../actions/renew-subscription";
import { finalizeInvoice, payInvoice } from "../actions/settle-invoice";
import { declinedError } from "../actions/take-payment";
import { previewInvoice } from "../actions/preview-invoice";
import { pageOf } from "../listing";
import type { Invoice } from "../objects/invoice";
import { mergeMetadata } from "../objects/stripe-object";
import { clearable, currency, flag, integer, metadata, paging, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { livingCustomer } from "./customers";

const editable = {
  auto_advance: flag.optional(),
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  days_until_due: integer.optional(),
  default_payment_method: text.optional(),
  description: clearable(text).optional(),
  footer: clearable(text).optional(),
  metadata: metadata.optional(),
};

export const invoiceRoutes: Route[] = [
  route(
    "POST",
    "/v1/invoices",
    "invoice",
    {
      ...editable,
      currency: currency.optional(),
      customer: text,
      pending_invoice_items_behavior: z.enum(["include", "exclude"]).optional(),
    },
    ({ sandbox, params }) => {
      const invoice = draftInvoice(sandbox, planOf(sandbox, params));
      if (params.pending_invoice_items_behavior !== "exclude") claimItems(sandbox, invoice);
      return sandbox.tables.invoices.update(invoice.id, {
        auto_advance: params.auto_advance ?? false,
        collection_method: params.collection_method ?? "charge_automatically",
        footer: params.footer ?? null,
      });
    },
  ),
  route(
    "POST",
    "/v1/invoices/create_preview",
    "invoice",
    { customer: text.optional(), subscription: text.optional() },
    ({ sandbox, params }) => previewInvoice(sandbox, params.customer, params.subscription),
  ),
  route("GET", "/v1/invoices/:id", "invoice", {}, ({ sandbox, at }) => sandbox.tables.invoices.get(at("id"))),
  route(
    "POST",
    "/v1/invoices/:id",
    "invoice",
    editable,
    ({ sandbox, params: { metadata: change, days_until_due: _days, ...fields }, at }) => {
      const before = sandbox.tables.invoices.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.invoices.update(before.id, patch);
      sandbox.emit("invoice.updated", after, { before });
      return after;
    },
  ),
  route("DELETE", "/v1/invoices/:id", "invoice", {}, ({ sandbox, at }) => {
    const invoice = inStatus(sandbox, at("id"), ["draft"], "deleted");
    for (const item of sandbox.tables.invoiceItems.where("customer", invoice.customer)) {
      if (item.invoice === invoice.id) sandbox.tables.invoiceItems.update(item.id, { invoice: null });
    }
    sandbox.tables.invoices.remove(invoice.id);
    sandbox.emit("invoice.deleted", invoice);
    return { id: invoice.id, object: "invoice", deleted: true };
  }),
  route(
    "POST",
    "/v1/invoices/:id/finalize",
    "invoice",
    { auto_advance: flag.optional() },
    ({ sandbox, at }) => finalizeInvoice(sandbox, at("id")),
  ),
  route(
    "POST",
    "/v1/invoices/:id/pay",
    "invoice",
    { payment_method: text.optional(), off_session: flag.optional(), paid_out_of_band: flag.optional() },
    ({ sandbox, params, at }) => {
      if (sandbox.tables.invoices.get(at("id")).status === "draft") finalizeInvoice(sandbox, at("id"));
      const invoice = sandbox.tables.invoices.get(at("id"));
      const customer = sandbox.tables.customers.get(invoice.customer);
      const id =
        params.payment_method ??
        invoice.default_payment_method ??
        customer.invoice_settings.default_payment_method ??
        sandbox.tables.paymentMethods.where("customer", customer.id).at(-1)?.id;
      const method = id ? paymentMethodFor(sandbox, id) : null;
      const result = payInvoice(sandbox, invoice.id, method, !(params.off_session ?? true));
      if (result.charge?.status === "failed") throw declinedError(sandbox, result.charge);
      return result.invoice;
    },
  ),
  route("POST", "/v1/invoices/:id/void", "invoice", {}, ({ sandbox, at }) => {
    const invoice = inStatus(sandbox, at("id"), ["open", "uncollectible"], "voided");
    const status_transitions = { ...invoice.status_transitions, voided_at: sandbox.now() };
    const after = sandbox.tables.invoices.update(invoice.id, { status: "void", status_transitions });
    sandbox.emit("invoice.voided", after, { before: invoice });
    return after;
  }),
  route("POST", "/v1/invoices/:id/mark_uncollectible", "invoice", {}, ({ sandbox, at }) => {
    const invoice = inStatus(sandbox, at("id"), ["open"], "marked uncollectible");
    const status_transitions = { ...invoice.status_transitions, marked_uncollectible_at: sandbox.now() };
    const after = sandbox.tables.invoices.update(invoice.id, { status: "uncollectible", status_transitions });
    sandbox.emit("invoice.marked_uncollectible", after, { before: invoice });
    return after;
  }),
  route("GET", "/v1/invoices/:id/lines", "invoice", paging, ({ sandbox, params, at }) => {
    const lines = sandbox.tables.invoices.get(at("id")).lines.data;
    return pageOf(lines.slice().reverse(), params, `/v1/invoices/${at("id")}/lines`);
  }),
  listRoute(
    "/v1/invoices",
    "invoice",
    { customer: text.optional(), status: text.optional(), subscription: text.optional() },
    ({ sandbox: { tables }, params: { customer, status, subscription } }) =>
      (customer === undefined ? tables.invoices.all() : tables.invoices.where("customer", customer))
        .filter((invoice) => status === undefined || invoice.status === status)
        .filter((invoice) => subscription === undefined || invoice.subscription === subscription),
  ),
];

interface InvoiceParams {
  customer: string;
  currency?: string | undefined;
  description?: string | null | undefined;
  default_payment_method?: string | undefined;
  metadata?: Record<string, string> | null | undefined;
  pending_invoice_items_behavior?: string | undefined;
}

function planOf(sandbox: Sandbox, params: InvoiceParams): InvoicePlan {
  const customer = livingCustomer(sandbox, params.customer, "customer");
  const items = params.pending_invoice_items_behavior === "exclude" ? [] : pendingItems(sandbox, customer.id);
  return {
    customer: customer.id,
    currency: params.currency ?? items[0]?.currency ?? customer.currency ?? "eur",
    billingReason: "manual",
    lines: items.map(lineOfItem),
    discounts: [],
    subscription: null,
    metadata: mergeMetadata({}, params.metadata),
    description: params.description ?? null,
    paymentMethod: params.default_payment_method ?? null,
  };
}

function claimItems(sandbox: Sandbox, invoice: Invoice): void {
  for (const item of pendingItems(sandbox, invoice.customer)) {
    sandbox.tables.invoiceItems.update(item.id, { invoice: invoice.id });
  }
}

/** A line that was added to a draft by name shows in its amounts at once. */
export function recomposeDraft(sandbox: Sandbox, id: string): void {
  const draft = sandbox.tables.invoices.get(id);
  const items = sandbox.tables.invoiceItems
    .where("customer", draft.customer)
    .filter((item) => item.invoice === id);
  const plan: InvoicePlan = {
    customer: draft.customer,
    currency: draft.currency,
    billingReason: draft.billing_reason,
    lines: items.map(lineOfItem),
    discounts: [],
    subscription: null,
    metadata: draft.metadata,
  };
  sandbox.tables.invoices.update(id, { ...composeInvoice(sandbox, plan), id, created: draft.created });
}

function inStatus(sandbox: Sandbox, id: string, statuses: Invoice["status"][], verb: string): Invoice {
  const invoice = sandbox.tables.invoices.get(id);
  if (statuses.includes(invoice.status)) return invoice;
  throw invalidRequest(
    `An invoice that is ${invoice.status} cannot be ${verb}.`,
    undefined,
    "invoice_not_editable",
  );
}
