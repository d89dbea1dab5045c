import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { stripeClientFor } from "~/platform/gateways/stripe.server";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { readIntegration } from "./read-integration.server";
import { checkStripeConnection, webhookUrl } from "./stripe-connection.server";
import { isConnectEvent, STRIPE_EVENTS } from "./stripe-events";

let test: TestDatabase;
let shop: TestShop;
beforeAll(async () => {
  test = await testDatabase();
  shop = await aShop(test);
});
beforeEach(() => shop.sandbox.control("DELETE", "/faults"));

const check = () => checkStripeConnection({ ...test, stripe: shop.stripe });
/** The endpoint of our own account; the one beside it hears of connected accounts. */
const endpoints = async () =>
  (await shop.stripe.webhookEndpoints.list()).data.filter(({ enabled_events: events }) => !events.every(isConnectEvent));
const connectEndpoints = async () =>
  (await shop.stripe.webhookEndpoints.list()).data.filter(({ enabled_events: events }) => events.every(isConnectEvent));

describe("dispute-and-refund-events-subscribed (N5)", () => {
  it("the endpoint listens to everything, in our version of the API, and is looked at as fine", async () => {
    const [endpoint] = await endpoints();
    expect(endpoint).toMatchObject({ url: webhookUrl(), status: "enabled", api_version: "2026-10-28.endive" });
    expect([...(endpoint?.enabled_events ?? [])].sort()).toEqual([...STRIPE_EVENTS].sort());
    for (const type of ["charge.dispute.funds_withdrawn", "refund.failed", "credit_note.voided"]) expect(STRIPE_EVENTS).toContain(type);
    expect(await check()).toMatchObject({ problems: [], missingEvents: [] });
  });

  it("the secret is kept sealed, with a line in the trail", async () => {
    const { rows } = await test.db.pool.query("select secret_sealed, account_id from provider_connection");
    expect(Buffer.from(rows[0].secret_sealed).toString("latin1")).not.toContain("whsec_");
    expect(rows[0].account_id).toMatch(/^acct_/);
    const audit = await test.db.pool.query("select action, by from audit_entry where action = 'stripe.connected'");
    expect(audit.rows).toEqual([{ action: "stripe.connected", by: "system" }]);
  });

  it.each<[string, object, object]>([
    ["leaves events out", { enabled_events: ["invoice.paid"] }, { problems: ["events_missing"], missingEvents: STRIPE_EVENTS.filter((type) => type !== "invoice.paid") }],
    ["was turned off", { disabled: true }, { problems: ["events_missing", "endpoint_disabled"].sort() }],
  ])("an endpoint that %s is noticed", async (_title, change, found) => {
    const [endpoint] = await endpoints();
    await shop.stripe.webhookEndpoints.update(endpoint?.id ?? "", change);
    const findings = await check();
    expect({ ...findings, problems: [...findings.problems].sort() }).toMatchObject(found);
    expect((await readIntegration(test)).stripe.findings?.problems).toEqual(findings.problems);
  });

  it("pressing the button again mends it: one endpoint, and its events are believed", async () => {
    expect(await connectStripe({ by: "person:psn_1" }, { ...test, stripe: shop.stripe })).toBe("connected");
    expect(await endpoints()).toHaveLength(1);
    expect(await connectEndpoints()).toHaveLength(1);
    expect((await check()).problems).toEqual([]);
  });
});

describe("a restricted key", () => {
  it("is asked what it may do without changing anything", async () => {
    const { key } = await shop.sandbox.control<{ key: string }>("POST", "/keys", {
      permissions: ["rak_customer_write", "rak_charge_read", "rak_webhook_write", "rak_event_read"],
    });
    const before = await shop.sandbox.control("GET", "/journal");
    const findings = await checkStripeConnection({ ...test, stripe: stripeClientFor(key, shop.sandbox.url) });
    expect(findings.problems).toContain("permission_missing");
    const allowed = (name: string) => findings.permissions.find((permission) => permission.name === name)?.allowed;
    expect([allowed("customers_write"), allowed("charges_read"), allowed("invoices_read"), allowed("coupons_write")]).toEqual([true, true, false, false]);
    expect(await shop.sandbox.control("GET", "/journal")).toEqual(before);
  });

  it("that may not make endpoints is told so, and nothing is kept", async () => {
    const { key } = await shop.sandbox.control<{ key: string }>("POST", "/keys", { permissions: ["rak_customer_read"] });
    const before = (await test.db.pool.query("select endpoint_id from provider_connection")).rows;
    expect(await connectStripe({ by: "system" }, { ...test, stripe: stripeClientFor(key, shop.sandbox.url) })).toBe("refused");
    expect((await test.db.pool.query("select endpoint_id from provider_connection")).rows).toEqual(before);
  });
});

describe("Stripe out of reach", () => {
  it("is told as such", async () => {
    await shop.sandbox.control("POST", "/faults", { kind: "error_500_before", count: 1 });
    expect((await check()).problems).toEqual(["unreachable"]);
    await shop.sandbox.control("POST", "/faults", { kind: "error_500_before", count: 1 });
    expect(await connectStripe({ by: "system" }, { ...test, stripe: shop.stripe })).toBe("unreachable");
  });

  it("a key of nobody's", async () => {
    expect((await checkStripeConnection({ ...test, stripe: stripeClientFor("sk_live_x", shop.sandbox.url) })).problems).toEqual(["key_refused"]);
  });
});
