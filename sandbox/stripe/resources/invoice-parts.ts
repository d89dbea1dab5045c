import { z } from "zod";
import { newId } from "../identifiers";
import { newInvoiceItem } from "../objects/invoice";
import { mergeMetadata } from "../objects/stripe-object";
import { currency, integer, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { invalidRequest } from "../stripe-error";
import { livingCustomer } from "./customers";
import { recomposeDraft } from "./invoices";

const itemRoutes: Route[] = [
  route(
    "POST",
    "/v1/invoiceitems",
    "invoice",
    {
      amount: integer.optional(),
      currency: currency.optional(),
      customer: text,
      description: text.optional(),
      invoice: text.optional(),
      metadata: metadata.optional(),
      quantity: positive.optional(),
      unit_amount_decimal: text.optional(),
    },
    ({ sandbox, params }) => {
      livingCustomer(sandbox, params.customer, "customer");
      if (params.amount === undefined)
        throw invalidRequest("Missing required param: amount.", "amount", "parameter_missing");
      const draft = params.invoice ? sandbox.tables.invoices.get(params.invoice, "invoice") : null;
      if (draft && draft.status !== "draft") {
        throw invalidRequest("You can only add items to a draft invoice.", "invoice", "invoice_not_editable");
      }
      const item = sandbox.tables.invoiceItems.insert(
        newInvoiceItem({
          id: newId("ii_", 24),
          amount: params.amount,
          created: sandbox.now(),
          currency: params.currency ?? draft?.currency ?? "eur",
          customer: params.customer,
          description: params.description ?? null,
          invoice: draft?.id ?? null,
          metadata: mergeMetadata({}, params.metadata),
          quantity: params.quantity ?? 1,
        }),
      );
      if (draft) recomposeDraft(sandbox, draft.id);
      sandbox.emit("invoiceitem.created", item);
      return item;
    },
  ),
  route("GET", "/v1/invoiceitems/:id", "invoice", {}, ({ sandbox, at }) =>
    sandbox.tables.invoiceItems.get(at("id")),
  ),
  route("DELETE", "/v1/invoiceitems/:id", "invoice", {}, ({ sandbox, at }) => {
    const item = sandbox.tables.invoiceItems.get(at("id"));
    if (item.invoice) throw invalidRequest("Can't delete an invoice item that is attached to an invoice.");
    sandbox.tables.invoiceItems.remove(item.id);
    sandbox.emit("invoiceitem.deleted", item);
    return { id: item.id, object: "invoiceitem", deleted: true };
  }),
  listRoute(
    "/v1/invoiceitems",
    "invoice",
    { customer: text.optional(), invoice: text.optional() },
    ({ sandbox: { tables }, params: { customer, invoice } }) =>
      tables.invoiceItems
        .all()
        .filter((item) => customer === undefined || item.customer === customer)
        .filter((item) => invoice === undefined || item.invoice === invoice),
  ),
];

const paymentFilter = z.strictObject({ type: z.literal("payment_intent"), payment_intent: text.optional() });

const paymentRoutes: Route[] = [
  route("GET", "/v1/invoice_payments/:id", "invoice", {}, ({ sandbox, at }) =>
    sandbox.tables.invoicePayments.get(at("id")),
  ),
  listRoute(
    "/v1/invoice_payments",
    "invoice",
    {
      invoice: text.optional(),
      payment: paymentFilter.optional(),
      status: z.enum(["open", "paid", "canceled"]).optional(),
    },
    ({ sandbox: { tables }, params: { invoice, payment, status } }) =>
      (invoice === undefined
        ? tables.invoicePayments.all()
        : tables.invoicePayments.where("invoice", invoice)
      )
        .filter(
          (one) =>
            payment?.payment_intent === undefined || one.payment.payment_intent === payment.payment_intent,
        )
        .filter((one) => status === undefined || one.status === status),
  ),
];

export const invoicePartRoutes: Route[] = [...itemRoutes, ...paymentRoutes];
