import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discard, openBasket, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

let sandbox: TestSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterAll(() => discard(sandbox));

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return fetch(`${sandbox.url}/v1/${path}`, {
    method: "POST",
    headers: {
      authorization: "Bearer sk_test_x",
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body,
  });
}

const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { code?: string; param?: string; message: string } }).error;

describe("errors", () => {
  test.each([
    ["an unknown parameter", "customers", "colour=red", "parameter_unknown", "colour"],
    [
      "an unknown nested parameter",
      "customers",
      "invoice_settings[x]=1",
      "parameter_unknown",
      "invoice_settings",
    ],
    ["a missing parameter", "products", "", "parameter_missing", "name"],
    [
      "a missing nested parameter",
      "promotion_codes",
      "promotion[type]=coupon",
      "parameter_missing",
      "promotion[coupon]",
    ],
    ["an empty parameter", "products", "name=", "parameter_invalid_empty", "name"],
    ["a fraction", "customers", "balance=1.5", "parameter_invalid_integer", "balance"],
    [
      "an id nobody knows",
      "payment_intents",
      "amount=1&currency=eur&customer=cus_no",
      "resource_missing",
      "customer",
    ],
  ])("%s is named", async (_, path, body, code, param) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ code, param });
  });

  test("an unknown id in the path is 404, an unknown address too", async () => {
    await expect(stripe.customers.retrieve("cus_nobody")).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      message: "No such customer: 'cus_nobody'",
    });
    expect(
      (await fetch(`${sandbox.url}/v1/unicorns`, { headers: { authorization: "Bearer sk_test_x" } })).status,
    ).toBe(404);
  });

  test("no key or a live key is 401", async () => {
    expect((await fetch(`${sandbox.url}/v1/customers`)).status).toBe(401);
    await expect(sandbox.client("sk_live_secret").customers.list()).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  test.each(["__proto__[x]=1", "a[[b]]=1", "metadata[constructor]=1", "x[a][b][c][d][e][f][g][h][i]=1"])(
    "a hostile name is refused: %s",
    async (body) => {
      expect((await post("customers", body)).status).toBe(400);
    },
  );

  test("another content type and a foreign version are refused", async () => {
    expect((await post("customers", "{}", { "content-type": "application/json" })).status).toBe(400);
    expect((await post("customers", "", { "stripe-version": "newest" })).status).toBe(400);
  });

  test("a failed call leaves nothing behind", async () => {
    const before = (await stripe.products.list({ limit: 100 })).data.length;
    await expect(
      stripe.checkout.sessions.create({
        mode: "payment",
        success_url: "http://localhost/",
        line_items: [
          { price_data: { currency: "eur", unit_amount: 1, product_data: { name: "Orphan" } }, quantity: 1 },
          { price: "price_nobody", quantity: 1 },
        ],
      }),
    ).rejects.toMatchObject({ code: "resource_missing" });
    expect((await stripe.products.list({ limit: 100 })).data).toHaveLength(before);
  });
});

describe("lists", () => {
  test("are paged newest first in both directions", async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1)
      made.unshift((await stripe.coupons.create({ percent_off: 5 })).id);
    const first = await stripe.coupons.list({ limit: 2 });
    expect(first.data.map((one) => one.id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const rest = await stripe.coupons.list({ limit: 3, starting_after: made[1] });
    expect(rest.data.map((one) => one.id)).toEqual(made.slice(2));
    expect(rest.has_more).toBe(false);
    const back = await stripe.coupons.list({ limit: 2, ending_before: made[3] });
    expect(back.data.map((one) => one.id)).toEqual(made.slice(1, 3));
    const all: string[] = [];
    for await (const one of stripe.coupons.list({ limit: 2 })) all.push(one.id);
    expect(all).toEqual(made);
    await expect(stripe.coupons.list({ starting_after: "nobody" })).rejects.toMatchObject({
      code: "resource_missing",
    });
  });

  test("are filtered by time and by their own filters", async () => {
    const now = Math.floor(Date.now() / 1000);
    await stripe.customers.create({ email: "old@example.com" });
    await sandbox.control("POST", "/clock", { advanceMs: 3_600_000 });
    const young = await stripe.customers.create({ email: "young@example.com" });
    const since = await stripe.customers.list({ created: { gt: now + 1800 } });
    expect(since.data.map((one) => one.id)).toEqual([young.id]);
    expect((await stripe.customers.list({ email: "old@example.com" })).data).toHaveLength(1);
    const found = await stripe.customers.search({ query: "email:'young@example.com'" });
    expect(found.data.map((one) => one.id)).toEqual([young.id]);
  });
});

describe("objects", () => {
  test("merge metadata, and lose a key that is set to nothing", async () => {
    const { id } = await stripe.customers.create({ metadata: { a: "1", b: "2" } });
    await stripe.customers.update(id, { metadata: { b: "", c: "3" } });
    expect((await stripe.customers.retrieve(id)) as Stripe.Customer).toMatchObject({
      metadata: { a: "1", c: "3" },
    });
    await stripe.customers.update(id, { metadata: "" });
    expect((await stripe.customers.retrieve(id)) as Stripe.Customer).toMatchObject({ metadata: {} });
  });

  test("expand what can be expanded and nothing else", async () => {
    const coupon = await stripe.coupons.create({ percent_off: 20 });
    const code = await stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      expand: ["promotion.coupon"],
    });
    expect(code.promotion.coupon).toMatchObject({ id: coupon.id, percent_off: 20 });
    const list = await stripe.promotionCodes.list({ expand: ["data.promotion.coupon"] });
    expect(list.data[0]?.promotion.coupon).toMatchObject({ id: coupon.id });
    for (const field of ["owner", "active"]) {
      const refused = stripe.promotionCodes.retrieve(code.id, { expand: [field] });
      await expect(refused).rejects.toThrow("cannot be expanded");
    }
    const deep = stripe.checkout.sessions.list({ expand: ["data.line_items.data.price.product"] });
    await expect(deep).rejects.toMatchObject({ code: "property_expansion_max_depth" });
  });

  test("keep both of two expansions that share a way", async () => {
    const session = await openBasket(sandbox);
    const expand = ["line_items.data.price.product", "line_items"];
    const shown = await stripe.checkout.sessions.retrieve(session.id, { expand });
    expect(shown.line_items?.data[0]?.price?.product).toMatchObject({ metadata: { group: "paper" } });
  });

  test("an active promotion code is unique in any case", async () => {
    const coupon = (await stripe.coupons.create({ percent_off: 20 })).id;
    const promotion = { type: "coupon" as const, coupon };
    const first = await stripe.promotionCodes.create({ promotion, code: "ANNA" });
    await expect(stripe.promotionCodes.create({ promotion, code: "anna" })).rejects.toMatchObject({
      code: "resource_already_exists",
    });
    await stripe.promotionCodes.update(first.id, { active: false });
    await stripe.promotionCodes.create({ promotion, code: "anna" });
    await expect(stripe.promotionCodes.update(first.id, { active: true })).rejects.toThrow("already exists");
    expect((await stripe.promotionCodes.list({ code: "Anna", active: true })).data).toHaveLength(1);
  });

  test("a deleted customer is told as deleted", async () => {
    const { id } = await stripe.customers.create({ email: "gone@example.com" });
    await stripe.customers.del(id);
    expect(await stripe.customers.retrieve(id)).toEqual(expect.objectContaining({ id, deleted: true }));
    expect((await stripe.customers.list({ email: "gone@example.com" })).data).toEqual([]);
    await expect(
      stripe.customers.createBalanceTransaction(id, { amount: -1, currency: "eur" }),
    ).rejects.toMatchObject({ code: "resource_missing" });
  });
});

test("a restricted key may do what it was given and learns what is missing", async () => {
  const { key } = await sandbox.control<{ key: string }>("POST", "/keys", {
    permissions: ["rak_customer_write", "rak_charge_read"],
  });
  const restricted = sandbox.client(key);
  await restricted.customers.create({ email: "r@example.com" });
  await restricted.charges.list();
  await expect(restricted.refunds.create({ charge: "ch_x" })).rejects.toMatchObject({
    type: "StripePermissionError",
    message: expect.stringContaining("rak_charge_write"),
  });
  await expect(restricted.transfers.list()).rejects.toThrow("rak_transfer_read");
});

test("the journal tells every effect once, with its cause", async () => {
  const { last } = await sandbox.control<{ last: number }>("GET", "/journal");
  const customer = await stripe.customers.create({ email: "j@example.com" }, { idempotencyKey: "journal" });
  await stripe.customers.create({ email: "j@example.com" }, { idempotencyKey: "journal" });
  await stripe.customers.update(customer.id, { name: "J" }, { idempotencyKey: "rename" });
  const { effects } = await sandbox.control<{ effects: object[] }>("GET", `/journal?since=${last}`);
  expect(effects).toMatchObject([
    { effect: "created", object: "customer", objectId: customer.id, idempotencyKey: "journal" },
    { effect: "updated", object: "customer", facts: { changed: ["name"] }, idempotencyKey: "rename" },
  ]);
});

test("the platform's account is the same on every call", async () => {
  const account = await stripe.accounts.retrieveCurrent();
  expect((await stripe.accounts.retrieveCurrent()).id).toBe(account.id);
});
