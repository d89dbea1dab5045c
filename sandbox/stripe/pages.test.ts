import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startStripeSandbox } from "./server";
import type { StripeSandbox } from "./server";

let sandbox: StripeSandbox;
let stripe: Stripe;
let vouch: Server;
const dataDir = mkdtempSync(join(tmpdir(), "stripe-"));
const steps: number[] = [];
const time = { now: "2026-11-20T10:00:00.000Z", nextHoldEndAt: "2026-11-24T16:00:00.000Z" };

beforeAll(async () => {
  vouch = createServer((request, response) => {
    if (request.headers.authorization !== "Bearer secret" || request.url !== "/demo/clock") {
      response.writeHead(404).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "POST") {
        steps.push((JSON.parse(Buffer.concat(chunks).toString()) as { advanceMs: number }).advanceMs);
      }
      response.setHeader("content-type", "application/json").end(JSON.stringify(time));
    });
  });
  await new Promise<void>((resolve) => vouch.listen(0, "127.0.0.1", resolve));
  const vouchUrl = `http://127.0.0.1:${(vouch.address() as AddressInfo).port}`;
  sandbox = await startStripeSandbox({ port: 0, dataDir, vouchUrl, token: "secret" });
  stripe = new Stripe("sk_test_pages", { host: "127.0.0.1", port: sandbox.port, protocol: "http" });
});

afterAll(async () => {
  await sandbox.close();
  vouch.closeAllConnections();
  await new Promise((resolve) => vouch.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

const read = async (path: string) => (await fetch(`${sandbox.url}${path}`)).text();

async function press(
  path: string,
  fields: Record<string, string> = {},
  headers: HeadersInit = {},
): Promise<string> {
  const answer = await fetch(`${sandbox.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams(fields),
  });
  return decodeURIComponent(answer.headers.get("location") ?? `status ${answer.status}`);
}

test("time moves here and in Vouch by the same step", async () => {
  expect(await read("/")).toContain("The next hold ends Tue");
  const before = Date.now() + sandbox.sandbox.clock.offsetMs;
  expect(await press("/do/time/day", { back: "/" })).toContain("here and in Vouch");
  expect(await press("/do/time/hold", { back: "/" })).toContain("here and in Vouch");
  expect(steps).toEqual([86_400_000, (4 * 24 + 6) * 3_600_000 + 1_000]);
  const moved = Date.now() + sandbox.sandbox.clock.offsetMs - before;
  expect(Math.abs(moved - (steps[0] ?? 0) - (steps[1] ?? 0))).toBeLessThan(2_000);
});

test("a payment is refunded in part, the refund fails, and a dispute is lost, all by buttons", async () => {
  const intent = await stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    confirm: true,
    payment_method: "pm_card_visa",
  });
  const charge = String(intent.latest_charge);
  expect(await read("/")).toContain(`/do/refund/${charge}`);
  await press(`/do/refund/${charge}`, { amount: "2000", back: "/" });
  const [refund] = (await stripe.refunds.list({ charge })).data;
  expect(refund?.amount).toBe(2000);
  await press(`/do/refund-fail/${refund?.id ?? ""}`, { back: "/" });
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
  await press(`/do/dispute/${charge}`, { back: "/" });
  const [dispute] = (await stripe.disputes.list({ charge })).data;
  expect(await press(`/do/refund/${charge}`, { amount: "1", back: "/" })).toContain("Nothing was changed");
  await press(`/do/dispute-lose/${dispute?.id ?? ""}`, { back: "/" });
  expect((await stripe.disputes.retrieve(dispute?.id ?? "")).status).toBe("lost");
});

test("a customer's next invoice uses the balance, and the page shows it", async () => {
  const customer = await stripe.customers.create({ email: "anna@example.com", name: "<b>Anna</b>" });
  await stripe.customers.createBalanceTransaction(customer.id, {
    amount: -1000,
    currency: "eur",
    description: "Thanks",
  });
  expect(await read("/customers?q=anna")).toContain("€10.00 credit");
  await press(`/do/invoice/${customer.id}`, { amount: "4900", back: `/customers/${customer.id}` });
  const page = await read(`/customers/${customer.id}`);
  expect(page).toContain("Customer balance used");
  expect(page).toContain("€39.00");
  expect(page).toContain("&lt;b&gt;Anna");
  expect(page).not.toContain("<b>Anna");
});

test("the switches of webhooks are kept", async () => {
  await press("/do/webhook-switches", {
    mode: "paused",
    duplicates: "2",
    delayMs: "50",
    reorder: "on",
    back: "/webhooks",
  });
  expect(sandbox.sandbox.setting("webhooks")).toEqual({
    mode: "paused",
    duplicates: 2,
    delayMs: 50,
    reorder: true,
  });
  expect(await read("/webhooks")).toContain('value="paused" selected');
});

test("connected accounts are onboarded and paid out by buttons", async () => {
  const { id } = await stripe.accounts.create({
    capabilities: { transfers: { requested: true } },
    email: "c@example.com",
  });
  await press(`/do/onboard/${id}`, { back: "/accounts" });
  await stripe.transfers.create({ amount: 700, currency: "eur", destination: id });
  await press(`/do/payout/${id}`, { back: "/accounts" });
  const [payout] = (await stripe.payouts.list({}, { stripeAccount: id })).data;
  expect(payout).toMatchObject({ amount: 700, status: "in_transit" });
  await press(`/do/payout-failed/${payout?.id ?? ""}`, { back: "/accounts" });
  expect(await read("/accounts")).toContain("failed");
});

test("a payment link opens a session of its own", async () => {
  const product = await stripe.products.create({ name: "Tea" });
  const price = await stripe.prices.create({ product: product.id, currency: "eur", unit_amount: 900 });
  const link = await stripe.paymentLinks.create({
    line_items: [{ price: price.id, quantity: 1 }],
    metadata: { from: "poster" },
  });
  const answer = await fetch(`${link.url}?client_reference_id=token_1`, { redirect: "manual" });
  const id = answer.headers.get("location")?.split("/").at(-1) ?? "";
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
    client_reference_id: "token_1",
    metadata: { from: "poster" },
    amount_total: 900,
  });
});

test("a payment link takes a code from its address, when it allows codes and knows this one", async () => {
  const product = await stripe.products.create({ name: "Tea" });
  const price = await stripe.prices.create({ product: product.id, currency: "eur", unit_amount: 900 });
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: "once" });
  await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: "LINK10" });
  const total = async (allow: boolean, code: string) => {
    const link = await stripe.paymentLinks.create({ line_items: [{ price: price.id, quantity: 1 }], allow_promotion_codes: allow });
    const answer = await fetch(`${link.url}?prefilled_promo_code=${code}`, { redirect: "manual" });
    const id = answer.headers.get("location")?.split("/").at(-1) ?? "";
    return (await stripe.checkout.sessions.retrieve(id)).amount_total;
  };
  expect([await total(true, "link10"), await total(true, "NOBODY"), await total(false, "LINK10")]).toEqual([810, 900, 900]);
});

test("no page changes anything for another site, and none goes elsewhere", async () => {
  const { offsetMs } = sandbox.sandbox.clock;
  expect(await press("/do/time/day", { back: "/" }, { "sec-fetch-site": "cross-site" })).toBe("status 403");
  expect(await press("/do/time/day", { back: "/" }, { origin: "https://evil.example" })).toBe("status 403");
  const json = await fetch(`${sandbox.url}/_control/clock`, { method: "POST", body: '{"advanceMs":1}' });
  expect(json.status).toBe(415);
  expect(sandbox.sandbox.clock.offsetMs).toBe(offsetMs);
  expect(await press("/do/resend/nobody", { back: "//evil.example" })).toMatch(/^\/\?said=/);
});
