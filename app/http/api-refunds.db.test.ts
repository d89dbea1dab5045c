import { beforeAll, describe, expect, it } from "vitest";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";

let api: ApiCalls;
beforeAll(async () => {
  api = await apiCalls();
});

describe("track/refund (P6, M7)", () => {
  it("in part, then the rest; once per number", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    const invoiceId = `INV-${id}`;
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, invoiceId, clickId: await api.token(anna) });
    const part = { refundId: `R1-${id}`, saleInvoiceId: invoiceId, amount: 2_000 };
    const first = await api.call("track/refund", part);
    expect(first.body).toEqual({
      matched: true, duplicate: false, reversed: [], reasons: ["refund_partial"],
      adjusted: [{ id: expect.stringMatching(/^rwd_/), currency: "eur", amountBefore: 1_000, amount: 750 }],
    });
    expect((await api.call("track/refund", part)).body).toEqual({ matched: true, duplicate: true, adjusted: [], reversed: [], reasons: [] });
    expect((await api.call("track/refund", { ...part, amount: 3_000 })).status).toBe(409);
    const rest = await api.call("track/refund", { refundId: `R2-${id}`, saleInvoiceId: invoiceId, kind: "cancel" });
    expect(rest.body).toMatchObject({ matched: true, adjusted: [], reversed: [{ amountBefore: 750, amount: 0 }], reasons: ["refund_full"] });
  });

  it("before its sale: kept, answered 202, applied when the sale comes", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    const early = await api.call("track/refund", { refundId: `R-${id}`, saleInvoiceId: `INV-${id}`, amount: 4_000 });
    expect([early.status, early.body]).toEqual([202, { matched: false, duplicate: false, adjusted: [], reversed: [], reasons: ["payment_not_found"] }]);
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, invoiceId: `INV-${id}`, clickId: await api.token(anna) });
    const { rows } = await api.db.pool.query("select due_minor::int as due from reward where champion_id = $1", [anna.champion.id]);
    expect(rows).toEqual([{ due: 500 }]);
  });

  it("by the number of the payment behind an invoice, or by a number of the shop's own that looks like Stripe's", async () => {
    const anna = await api.champion();
    const id = api.externalId().replace("-", "");
    const token = await api.token(anna);
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, invoiceId: `in_${id}`, paymentProcessor: "stripe", clickId: token });
    await api.db.pool.query("update purchase set payment_intent_id = $1 where key = $2", [`pi_${id}`, `in_${id}`]);
    const refund = { refundId: `R-${id}`, saleInvoiceId: `pi_${id}`, amount: 4_000 };
    expect((await api.call("track/refund", refund)).body).toMatchObject({ matched: true, adjusted: [{ amount: 500 }] });

    await api.call("track/sale", { customerExternalId: `${id}2`, amount: 8_000, invoiceId: `in_${id}2`, paymentProcessor: "custom" });
    const own = { refundId: `R2-${id}`, saleInvoiceId: `in_${id}2`, amount: 4_000 };
    expect((await api.call("track/refund", own)).body).toMatchObject({ matched: true, duplicate: false });
    expect((await api.call("track/refund", own)).body).toMatchObject({ matched: true, duplicate: true });
  });

  it("before its sale and in another currency than that: takes nothing back, and says so when it is told again", async () => {
    const anna = await api.champion();
    const id = api.externalId();
    const refund = { refundId: `R-${id}`, saleInvoiceId: `INV-${id}`, amount: 4_000, currency: "usd" };
    expect((await api.call("track/refund", refund)).status).toBe(202);
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, currency: "eur", invoiceId: `INV-${id}`, clickId: await api.token(anna) });
    const { rows } = await api.db.pool.query("select due_minor::int as due from reward where champion_id = $1", [anna.champion.id]);
    expect(rows).toEqual([{ due: 1_000 }]);
    const again = await api.call("track/refund", refund);
    expect([again.status, again.body.error.reason]).toEqual([422, "currency_mismatch"]);
    expect(await api.db.transaction("audit", (tx) => auditRefunds(tx))).toEqual([]);
  });

  it("before a sale in a currency other than the program's, which it need not name", async () => {
    const id = api.externalId();
    const refund = { refundId: `R-${id}`, saleInvoiceId: `INV-${id}`, amount: 4_000 };
    await api.call("track/refund", refund);
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, currency: "usd", invoiceId: `INV-${id}` });
    expect((await api.call("track/refund", { ...refund, currency: "usd" })).body).toMatchObject({ matched: true, duplicate: true });
    expect((await api.call("track/refund", { ...refund, currency: "eur" })).status).toBe(422);
  });

  it("in another currency than the sale: refused", async () => {
    const id = api.externalId();
    await api.call("track/sale", { customerExternalId: id, amount: 8_000, invoiceId: `INV-${id}` });
    const { status, body } = await api.call("track/refund", { refundId: `R-${id}`, saleInvoiceId: `INV-${id}`, currency: "usd" });
    expect([status, body.error.reason]).toEqual([422, "currency_mismatch"]);
  });
});

describe("customers", () => {
  it("are known once, by the shop's number, and what is not told again stays", async () => {
    const id = api.externalId();
    const first = await api.call("customers", { customerExternalId: id, customerEmail: "c@example.test", organisationId: "org-1", knownSince: "2025-01-01T00:00:00Z" });
    const again = await api.call("customers", { customerExternalId: id, stripeCustomerId: `cus_${id.replace("-", "")}` });
    expect(again.body.customer).toEqual({ ...first.body.customer, stripeCustomerId: `cus_${id.replace("-", "")}` });
    expect(first.body.customer).toMatchObject({ externalId: id, organisationId: "org-1", email: null, knownSince: "2025-01-01T00:00:00.000Z" });
  });
});
