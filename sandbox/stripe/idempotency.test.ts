import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discard, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

let sandbox: TestSandbox;
let customer: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  customer = (await sandbox.stripe.customers.create({ email: "champion@example.com" })).id;
});

afterAll(() => discard(sandbox));

function credit(key: string, amount = -1000) {
  return sandbox.stripe.customers.createBalanceTransaction(
    customer,
    { amount, currency: "eur", metadata: { reward: key } },
    { idempotencyKey: key },
  );
}

async function effectsOf(key: string): Promise<number> {
  const { effects } = await sandbox.control<{ effects: { idempotencyKey: string; object: string }[] }>(
    "GET",
    "/journal",
  );
  return effects.filter((one) => one.idempotencyKey === key && one.object === "customer_balance_transaction")
    .length;
}

function headersOf(object: object): Record<string, string> {
  return (object as { lastResponse: { headers: Record<string, string> } }).lastResponse.headers;
}

test("the same key and parameters replay the first answer", async () => {
  const first = await credit("key-1");
  const second = await credit("key-1");
  expect(second.id).toBe(first.id);
  expect(headersOf(first)["idempotent-replayed"]).toBeUndefined();
  expect(headersOf(second)["idempotent-replayed"]).toBe("true");
  expect(await effectsOf("key-1")).toBe(1);
});

test("the same key with other parameters is refused", async () => {
  await credit("key-2");
  await expect(credit("key-2", -2000)).rejects.toMatchObject({
    type: "StripeIdempotencyError",
    statusCode: 400,
  });
  await expect(
    sandbox.stripe.customers.create({ email: "x@example.com" }, { idempotencyKey: "key-2" }),
  ).rejects.toThrow("same endpoint");
  expect(await effectsOf("key-2")).toBe(1);
});

test.each([
  ["error_500_before", 0],
  ["error_500_after", 1],
] as const)("a stored %s is replayed too", async (kind, effects) => {
  await sandbox.control("POST", "/faults", { kind, path: "/v1/customers/*/balance_transactions" });
  await expect(credit(kind)).rejects.toMatchObject({ statusCode: 500 });
  await expect(credit(kind)).rejects.toMatchObject({
    statusCode: 500,
    headers: { "idempotent-replayed": "true" },
  });
  expect(await effectsOf(kind)).toBe(effects);
});

test("a lost answer is replayed and the effect stays single", async () => {
  // Twice, because the SDK sends a call once more by itself when the connection closes.
  await sandbox.control("POST", "/faults", { kind: "reset_after", path: "/v1/customers/*", count: 2 });
  await expect(credit("key-3")).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  const replayed = await credit("key-3");
  expect(headersOf(replayed)["idempotent-replayed"]).toBe("true");
  expect(await effectsOf("key-3")).toBe(1);
});

test("a key that is at work answers 409", async () => {
  await sandbox.control("POST", "/faults", { kind: "hang_after", path: "/v1/customers/*", ms: 300 });
  const first = credit("key-4").catch((error: unknown) => error);
  await expect.poll(() => effectsOf("key-4")).toBe(1);
  await expect(credit("key-4")).rejects.toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  await first;
  expect(headersOf(await credit("key-4"))["idempotent-replayed"]).toBe("true");
});

test("refused parameters and unknown keys are not kept", async () => {
  const wrong = { amount: 1.5, currency: "eur" };
  const options = { idempotencyKey: "key-5" };
  await expect(sandbox.stripe.customers.createBalanceTransaction(customer, wrong, options)).rejects.toThrow(
    "integer",
  );
  expect((await credit("key-5")).amount).toBe(-1000);
});

test("after 24 hours of the sandbox's time a key is new", async () => {
  const first = await credit("key-6");
  await sandbox.control("POST", "/clock", { advanceMs: 23 * 3_600_000 });
  expect((await credit("key-6")).id).toBe(first.id);
  await sandbox.control("POST", "/clock", { advanceMs: 2 * 3_600_000 });
  expect((await credit("key-6")).id).not.toBe(first.id);
});

test("a key of more than 255 characters is refused", async () => {
  await expect(credit("k".repeat(256))).rejects.toMatchObject({ statusCode: 400 });
});
