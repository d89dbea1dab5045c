import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { discard, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  await sandbox.control("DELETE", "/faults");
});
afterAll(() => discard(sandbox));

const order = (fault: object) =>
  sandbox.control("POST", "/faults", { path: "/v1/customers", method: "POST", ...fault });
const create = (email: string) =>
  sandbox.stripe.customers.create({ email }, { timeout: 400, idempotencyKey: `key ${email}` });
const made = async (email: string) => (await sandbox.stripe.customers.list({ email })).data.length;

test.each([
  ["reset_before", Stripe.errors.StripeConnectionError, 0],
  ["reset_after", Stripe.errors.StripeConnectionError, 1],
  ["error_500_before", Stripe.errors.StripeAPIError, 0],
  ["error_500_after", Stripe.errors.StripeAPIError, 1],
  ["error_429", Stripe.errors.StripeRateLimitError, 0],
  ["error_409", Stripe.errors.StripeError, 0],
  ["hang_before", Stripe.errors.StripeConnectionError, 0],
  ["hang_after", Stripe.errors.StripeConnectionError, 1],
  ["garbage_json", Stripe.errors.StripeAPIError, 1],
  ["truncated", Stripe.errors.StripeError, 1],
  ["wrong_content_type", Stripe.errors.StripeAPIError, 1],
] as const)("%s fails the call and has the effect it says", async (kind, error, effects) => {
  // The SDK sends a call again after a closed connection; both tries must meet the fault.
  await order({ kind, count: 2, ms: 2_000 });
  await expect(create(`${kind}@example.com`)).rejects.toBeInstanceOf(error);
  expect(await made(`${kind}@example.com`)).toBe(effects);
});

test("a fault strikes only the calls it names, so many times", async () => {
  await order({ kind: "error_500_before", count: 1, method: "GET", path: "/v1/prices*" });
  await create("spared@example.com");
  await expect(sandbox.stripe.prices.list()).rejects.toMatchObject({ statusCode: 500 });
  await expect(sandbox.stripe.prices.list()).resolves.toMatchObject({ object: "list" });
});

test("drip answers in full, slowly", async () => {
  await order({ kind: "drip", ms: 300 });
  const started = Date.now();
  await create("drip@example.com");
  expect(Date.now() - started).toBeGreaterThan(250);
  expect(await made("drip@example.com")).toBe(1);
});

test("refuse closes the door for a while", async () => {
  const knock = () => fetch(sandbox.url, { method: "HEAD" }).catch((error: Error) => error.cause);
  await order({ kind: "refuse", ms: 300 });
  await expect.poll(knock, { interval: 20 }).toMatchObject({ code: "ECONNREFUSED" });
  await expect.poll(knock, { interval: 20 }).toBeInstanceOf(Response);
});

test("an unknown kind of fault is refused", async () => {
  await expect(order({ kind: "explode" })).rejects.toThrow("kind");
});
