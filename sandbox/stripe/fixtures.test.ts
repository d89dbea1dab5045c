import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discard, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

type Fields = Record<string, unknown>;

const published: Record<string, string> = JSON.parse(
  readFileSync(new URL("./fixtures/fields.json", import.meta.url), "utf8"),
);

let sandbox: TestSandbox;
/** An object of each kind as the API shows it, under the name of Stripe's fixture. */
const served = new Map<string, Fields>();

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await walk();
});

afterAll(() => discard(sandbox));

/** The object's JSON, past the SDK's own conversions. */
async function read(path: string, init: RequestInit = {}): Promise<Fields> {
  const response = await fetch(`${sandbox.url}/v1/${path}`, {
    ...init,
    headers: { authorization: "Bearer sk_test_sandbox", "content-type": "application/x-www-form-urlencoded" },
  });
  const body = (await response.json()) as Fields;
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body;
}

const post = (path: string, fields: Record<string, string>) =>
  read(path, { method: "POST", body: new URLSearchParams(fields) });
const remove = (path: string) => read(path, { method: "DELETE" });
const firstOf = (list: Fields) => (list.data as Fields[])[0] ?? {};

async function keep(name: string, object: Fields | Promise<Fields>): Promise<Fields> {
  const value = await object;
  served.set(name, value);
  return value;
}

async function walk(): Promise<void> {
  const product = await keep("product", post("products", { name: "Notebook" }));
  const productId = String(product.id);
  const rate = await keep(
    "tax_rate",
    post("tax_rates", { display_name: "btw", inclusive: "true", percentage: "21" }),
  );
  const price = await keep(
    "price",
    post("prices", {
      product: productId,
      currency: "eur",
      unit_amount: "1900",
      "recurring[interval]": "month",
    }),
  );
  const customer = await keep("customer", post("customers", { email: "c@example.com" }));
  const customerId = String(customer.id);
  await keep(
    "customer_balance_transaction",
    post(`customers/${customerId}/balance_transactions`, { amount: "-500", currency: "eur" }),
  );
  const coupon = await keep("coupon", post("coupons", { percent_off: "10", duration: "forever" }));
  const code = await keep(
    "promotion_code",
    post("promotion_codes", {
      "promotion[type]": "coupon",
      "promotion[coupon]": String(coupon.id),
      code: "ANNA",
    }),
  );
  const endpoint = await keep(
    "webhook_endpoint",
    post("webhook_endpoints", { url: "http://127.0.0.1:9/", "enabled_events[]": "x" }),
  );
  const session = await post("checkout/sessions", {
    mode: "subscription",
    customer: customerId,
    success_url: "http://localhost/ok",
    "line_items[0][price]": String(price.id),
    "line_items[0][quantity]": "1",
    "line_items[0][tax_rates][0]": String(rate.id),
    "discounts[0][promotion_code]": String(code.id),
    "shipping_options[0][shipping_rate_data][display_name]": "Post",
    "shipping_options[0][shipping_rate_data][fixed_amount][amount]": "300",
    "shipping_options[0][shipping_rate_data][fixed_amount][currency]": "eur",
  });
  await sandbox.control("POST", "/pay", { session: session.id });
  const paid = await keep("checkout.session", read(`checkout/sessions/${String(session.id)}`));
  await keep("item", firstOf(await read(`checkout/sessions/${String(session.id)}/line_items`)));
  const subscription = await keep(
    "subscription",
    read(`subscriptions/${String(paid.subscription)}?expand[]=discounts`),
  );
  await keep("subscription_item", firstOf(subscription.items as Fields));
  await keep("plan", (served.get("subscription_item") ?? {}).plan as Fields);
  await keep("discount", (subscription.discounts as Fields[])[0] ?? {});
  const invoice = await keep("invoice", read(`invoices/${String(paid.invoice)}`));
  await keep("line_item", firstOf(invoice.lines as Fields));
  await keep("invoice_payment", firstOf(await read(`invoice_payments?invoice=${String(invoice.id)}`)));
  const charge = await keep("charge", firstOf(await read(`charges?customer=${customerId}`)));
  await keep("payment_intent", read(`payment_intents/${String(charge.payment_intent)}`));
  await keep("payment_method", read(`payment_methods/${String(charge.payment_method)}`));
  await keep("balance_transaction", read(`balance_transactions/${String(charge.balance_transaction)}`));
  await keep("refund", post("refunds", { charge: String(charge.id), amount: "100" }));
  await keep("credit_note", post("credit_notes", { invoice: String(invoice.id), credit_amount: "100" }));
  await keep("credit_note_line_item", firstOf((served.get("credit_note") ?? {}).lines as Fields));
  await keep(
    "radar.early_fraud_warning",
    sandbox.control("POST", `/charges/${String(charge.id)}/early-fraud-warning`),
  );
  await keep("dispute", sandbox.control("POST", `/charges/${String(charge.id)}/dispute`));
  await keep("invoiceitem", post("invoiceitems", { customer: customerId, amount: "300", currency: "eur" }));
  await keep("payment_link", post("payment_links", { "line_items[0][price]": String(price.id) }));
  await keep("event", firstOf(await read("events")));
  await connect();
  await keep("balance", read("balance"));
  await keep("deleted_invoiceitem", remove(`invoiceitems/${String((served.get("invoiceitem") ?? {}).id)}`));
  await keep(
    "deleted_invoice",
    remove(`invoices/${String((await post("invoices", { customer: customerId })).id)}`),
  );
  await keep("deleted_coupon", remove(`coupons/${String(coupon.id)}`));
  await keep("deleted_customer", remove(`customers/${customerId}`));
  await keep(
    "deleted_product",
    remove(`products/${String((await post("products", { name: "Unused" })).id)}`),
  );
  await keep("deleted_webhook_endpoint", remove(`webhook_endpoints/${String(endpoint.id)}`));
}

async function connect(): Promise<void> {
  const created = await post("accounts", { "capabilities[transfers][requested]": "true" });
  const id = String(created.id);
  await keep(
    "account_link",
    post("account_links", {
      account: id,
      type: "account_onboarding",
      refresh_url: "http://localhost/a",
      return_url: "http://localhost/b",
    }),
  );
  const account = await keep("account", sandbox.control("POST", `/accounts/${id}/onboard`));
  await keep("external_account", firstOf(account.external_accounts as Fields));
  await keep("login_link", post(`accounts/${id}/login_links`, {}));
  const transfer = await keep(
    "transfer",
    post("transfers", { amount: "1000", currency: "eur", destination: id }),
  );
  await keep("transfer_reversal", post(`transfers/${String(transfer.id)}/reversals`, { amount: "100" }));
  await keep("payout", post("payouts", { amount: "1000", currency: "eur" }));
  await keep("deleted_account", remove(`accounts/${String((await post("accounts", {})).id)}`));
}

/** Of the dotted paths in `expected`, those the object lacks. Below a null, an empty list or an id nothing is expected. */
function missing(object: unknown, expected = ""): string[] {
  return expected.split(" ").filter((path) => !has(object, path.split(".")));
}

function has(node: unknown, steps: string[]): boolean {
  const [step, ...rest] = steps;
  if (step === undefined || typeof node !== "object" || node === null) return true;
  if (step.endsWith("[]")) {
    const items = (node as Fields)[step.slice(0, -2)];
    return !Array.isArray(items) || items.every((item) => has(item, rest));
  }
  return step in node && has((node as Fields)[step], rest);
}

test.each(Object.keys(published))("%s carries every field of Stripe's published sample", (name) => {
  const object = served.get(name);
  expect(object).toBeDefined();
  expect(missing(object, published[name])).toEqual([]);
});

test("a missing field would be seen", () => {
  const { livemode: _, ...charge } = served.get("charge") ?? {};
  expect(missing(charge, published.charge)).toEqual(["livemode"]);
});
