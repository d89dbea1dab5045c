import { z } from "zod";
import { changeBalance } from "../actions/change-balance";
import { refundCharge } from "../actions/refund-charge";
import { newId } from "../identifiers";
import { newCreditNote } from "../objects/credit-note";
import type { Invoice } from "../objects/invoice";
import { mergeMetadata } from "../objects/stripe-object";
import { clearable, list, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";

export const creditNoteRoutes: Route[] = [
  route(
    "POST",
    "/v1/credit_notes",
    "credit_note",
    {
      amount: positive.optional(),
      credit_amount: positive.optional(),
      invoice: text,
      memo: text.optional(),
      metadata: metadata.optional(),
      reason: z.enum(["duplicate", "fraudulent", "order_change", "product_unsatisfactory"]).optional(),
      refund_amount: positive.optional(),
      refunds: list(z.strictObject({ refund: text, amount_refunded: positive.optional() })).optional(),
    },
    ({ sandbox, params }) => {
      const invoice = sandbox.tables.invoices.get(params.invoice, "invoice");
      if (invoice.status !== "open" && invoice.status !== "paid") {
        throw invalidRequest("A credit note needs an open or paid invoice.", "invoice");
      }
      const given = (params.refunds ?? []).map(({ refund, amount_refunded: amount }) => {
        const found = sandbox.tables.refunds.get(refund, "refunds[0][refund]");
        return { amount_refunded: amount ?? found.amount, refund: found.id };
      });
      const linked = given.reduce((total, one) => total + one.amount_refunded, 0);
      const amount = params.amount ?? (params.credit_amount ?? 0) + (params.refund_amount ?? 0) + linked;
      if (amount < 1 || amount > invoice.total)
        throw invalidRequest("Invalid amount for this invoice.", "amount");
      const id = newId("cn_", 24);
      const made = params.refund_amount ? [refundInvoice(sandbox, invoice, params.refund_amount)] : [];
      const credit = params.credit_amount && creditCustomer(sandbox, invoice, id, params.credit_amount);
      const sequence = sandbox.tables.creditNotes.where("invoice", invoice.id).length + 1;
      const note = sandbox.tables.creditNotes.insert(
        newCreditNote(invoice, {
          id,
          created: sandbox.now(),
          amount,
          number: `${invoice.number ?? ""}-CN-${String(sequence).padStart(2, "0")}`,
          lineId: newId("cnli_", 24),
          customerBalanceTransaction: credit || null,
          refunds: [...given, ...made].map((one) => ({
            ...one,
            payment_record_refund: null,
            type: "refund",
          })),
          reason: params.reason ?? null,
          memo: params.memo ?? null,
          metadata: mergeMetadata({}, params.metadata),
        }),
      );
      sandbox.emit("credit_note.created", note);
      return note;
    },
  ),
  route("GET", "/v1/credit_notes/:id", "credit_note", {}, ({ sandbox, at }) =>
    sandbox.tables.creditNotes.get(at("id")),
  ),
  route(
    "POST",
    "/v1/credit_notes/:id",
    "credit_note",
    { memo: clearable(text).optional(), metadata: metadata.optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.creditNotes.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.creditNotes.update(before.id, patch);
      sandbox.emit("credit_note.updated", after, { before });
      return after;
    },
  ),
  route("POST", "/v1/credit_notes/:id/void", "credit_note", {}, ({ sandbox, at }) => {
    const before = sandbox.tables.creditNotes.get(at("id"));
    if (before.status === "void" || before.type === "post_payment") {
      throw invalidRequest("Only a credit note on an open invoice can be voided, once.");
    }
    const after = sandbox.tables.creditNotes.update(before.id, { status: "void", voided_at: sandbox.now() });
    sandbox.emit("credit_note.voided", after, { before });
    return after;
  }),
  listRoute(
    "/v1/credit_notes",
    "credit_note",
    { customer: text.optional(), invoice: text.optional() },
    ({ sandbox: { tables }, params: { customer, invoice } }) =>
      (invoice === undefined
        ? tables.creditNotes.all()
        : tables.creditNotes.where("invoice", invoice)
      ).filter((note) => customer === undefined || note.customer === customer),
  ),
];

function refundInvoice(sandbox: Sandbox, invoice: Invoice, amount: number) {
  const { tables } = sandbox;
  const payment = tables.invoicePayments.where("invoice", invoice.id).find((one) => one.status === "paid");
  const charge = tables.charges.find(
    tables.paymentIntents.find(payment?.payment.payment_intent)?.latest_charge,
  );
  if (!charge) throw invalidRequest("This invoice has no payment to refund.", "refund_amount");
  return { amount_refunded: amount, refund: refundCharge(sandbox, charge, { amount }).id };
}

function creditCustomer(sandbox: Sandbox, invoice: Invoice, creditNote: string, amount: number): string {
  const customer = sandbox.tables.customers.get(invoice.customer);
  const change = { amount: -amount, currency: invoice.currency, type: "credit_note", creditNote } as const;
  return changeBalance(sandbox, customer, change).id;
}
