import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { fillLines } from "~/http/fill-lines";
import { projectRoot } from "../../scripts/project-root";
import { findTool } from "../../scripts/find-tool";
import { databaseOf } from "../database";
import { expect, test } from "../fixtures";
import { stripeControl } from "../outside";
import { payAtStripe, somebody } from "../people";
import type { Product } from "../product";
import { aClick, aCode, aPageKey, aSecretKey } from "../sessions";

const LINES = join(projectRoot, "docs", "wire-a-shop");
const STRIPE_KEY = "sk_test_sandbox";

/** Runs a few lines that use a file of `docs/wire-a-shop`, as a shop's server would. @returns what they print */
function run(command: string, args: string[], given: unknown, env: Record<string, string> = {}): string {
  const options = { cwd: LINES, env: { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONDONTWRITEBYTECODE: "1", ...env } as unknown as NodeJS.ProcessEnv };
  return execFileSync(command, [...args, JSON.stringify(given)], { ...options, encoding: "utf8" }).trim();
}

const node = (code: string) => ["--input-type=module", "-e", code, "--"];

/** Opens a checkout with each language's own lines; all take key, tokens, code, price, mode and where Stripe is. */
const CHECKOUTS: Record<string, (order: unknown[]) => string> = {
  Node: (order) =>
    run(process.execPath, node(`
      import Stripe from "stripe";
      import { openCheckout } from "./stripe-checkout.mjs";
      const [key, tokens, code, price, mode, base] = JSON.parse(process.argv[1]);
      const { hostname, port } = new URL(base);
      console.log(await openCheckout(new Stripe(key, { host: hostname, port, protocol: "http" }), { tokens, code }, { price, mode }));`), order),
  PHP: (order) => run(findTool("php"), ["-r", 'require "stripe-checkout.php"; echo open_checkout(...json_decode($argv[1], true));', "--"], order),
  Python: (order) =>
    run(findTool("python3"), ["-c", "import sys, json; from stripe_checkout import open_checkout; print(open_checkout(*json.loads(sys.argv[1])))"], order),
};

/** Tells a sign-up, a sale and a refund; each prints the three answers as JSON lines. */
const SERVERS: Record<string, (facts: string[], env: Record<string, string>) => string> = {
  Node: (facts, env) =>
    run(process.execPath, node(`
      import { signedUp, sold, refunded } from "./server-api.mjs";
      const [customer, token, invoice] = JSON.parse(process.argv[1]);
      for (const tell of [() => signedUp(customer, token), () => sold(customer, 8000, invoice), () => refunded(invoice)])
        console.log(JSON.stringify(await tell()));`), facts, env),
  PHP: (facts, env) =>
    run(findTool("php"), ["-r", `require "server-api.php"; [$customer, $token, $invoice] = json_decode($argv[1], true);
      foreach ([signed_up($customer, $token), sold($customer, 8000, $invoice), refunded($invoice)] as $answer) echo json_encode($answer), "\\n";`, "--"], facts, env),
  Python: (facts, env) =>
    run(findTool("python3"), ["-c", `import sys, json, server_api as vouch
customer, token, invoice = json.loads(sys.argv[1])
for answer in (vouch.signed_up(customer, token), vouch.sold(customer, 8000, invoice), vouch.refunded(invoice)):
    print(json.dumps(answer))`], facts, env),
  curl: (facts, env) => {
    findTool("curl");
    const [CUSTOMER = "", TOKEN = "", INVOICE = ""] = facts;
    const lines = '. ./server-api.sh; signed_up "$CUSTOMER" "$TOKEN"; echo; sold "$CUSTOMER" 8000 "$INVOICE"; echo; refunded "$INVOICE"';
    return run("sh", ["-ec", lines, "--"], null, { ...env, CUSTOMER, TOKEN, INVOICE });
  },
};

const SKU = { payment: "hand-mill", subscription: "monthly-1kg" } as const;
type Mode = keyof typeof SKU;
const MODES = Object.keys(SKU) as Mode[];

/** Calls the stand-in Stripe as a shop's dashboard would. */
async function atStripe<Answer>(product: Product, path: string, fields?: Record<string, string>): Promise<Answer> {
  const init = fields && { method: "POST", body: new URLSearchParams(fields) };
  const answer = await fetch(product.stripe + path, { ...init, headers: { Authorization: `Bearer ${STRIPE_KEY}` } });
  return (await answer.json()) as Answer;
}

async function priceOf(product: Product, mode: Mode): Promise<string> {
  const { data } = await atStripe<{ data: { id: string }[] }>(product, `/v1/prices?lookup_keys[]=${SKU[mode]}`);
  return data[0]?.id ?? "";
}

/** Until the sale that carried this token is decided, told by Stripe's webhook alone. */
async function untilAttributed(product: Product, token: string, code: string): Promise<void> {
  const database = databaseOf(product);
  const outcome = async () => {
    const { rows } = await database.query<{ outcome: string; ours: boolean }>(
      `select conversion.outcome, referral_code.key is not null as ours
         from purchase join conversion on conversion.purchase_id = purchase.id
         left join referral_code on referral_code.link_id = conversion.link_id and referral_code.key = $2
        where $1 = any(purchase.click_tokens)`,
      [token, code],
    );
    return rows;
  };
  await expect.poll(outcome, { timeout: 30_000 }).toEqual([{ outcome: "attributed", ours: true }]);
  await database.end();
}

for (const [language, openCheckout] of Object.entries(CHECKOUTS)) {
  for (const mode of MODES) {
    test(`${language}: a ${mode} at Stripe's checkout is the champion's`, async ({ product }) => {
      const code = await aCode(product);
      const token = await aClick(product, code);
      const url = openCheckout([STRIPE_KEY, [token], code, await priceOf(product, mode), mode, product.stripe]);
      const { session } = await stripeControl<{ session: { total_details: { amount_discount: number } } }>(product, "/pay", {
        session: new URL(url).pathname.split("/").at(-1),
        email: somebody(language).email,
      });
      expect(session.total_details.amount_discount).toBeGreaterThan(0);
      await untilAttributed(product, token, code);
    });
  }
}

for (const [language, tell] of Object.entries(SERVERS)) {
  test(`${language}: a sign-up, a sale and a refund are told by the shop's server`, async ({ product }) => {
    const { email: customer } = somebody(language);
    const env = { VOUCH_URL: product.url, VOUCH_SECRET_KEY: await aSecretKey(product) };
    const printed = tell([customer, await aClick(product, await aCode(product)), `INV-${customer}`], env);
    const [lead, sale, refund] = printed.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lead).toMatchObject({ attributed: true });
    expect(sale).toMatchObject({ attributed: true, duplicate: false });
    expect(refund).toMatchObject({ matched: true });
  });
}

/** A shop's page on an origin of its own. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ origin: string; server: Server }> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const html = (response: ServerResponse, text: string) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(`<!doctype html>${text}`);

/** Where the lines send a buyer after paying; that shop does not exist. */
async function thankYouPage(page: Page): Promise<void> {
  await page.route("https://your-shop.example/**", (route) => route.fulfill({ body: "Thank you" }));
}

for (const mode of MODES) {
  test(`a payment link: a ${mode} is the champion's`, async ({ page, product }) => {
    const code = await aCode(product);
    const token = await aClick(product, code);
    const link = await atStripe<{ url: string }>(product, "/v1/payment_links", {
      "line_items[0][price]": await priceOf(product, mode),
      "line_items[0][quantity]": "1",
      allow_promotion_codes: "true",
      "after_completion[type]": "redirect",
      "after_completion[redirect][url]": "https://your-shop.example/thanks",
    });
    const lines = readFileSync(join(LINES, "payment-link.html"), "utf8").replace("https://buy.stripe.com/your_link", link.url);
    const { origin, server } = await serve((_request, response) => html(response, lines));
    await thankYouPage(page);
    await page.goto(`${origin}/?vouch=${token}&code=${code}`);
    await page.getByRole("link", { name: "Buy" }).click();
    await expect(page.locator(".done")).toContainText(code);
    await payAtStripe(page, { email: somebody("Link").email });
    await untilAttributed(product, token, code);
    server.close();
  });
}

test("plain HTML: the page greets, takes the claim, and the sale is the champion's", async ({ page, product }) => {
  const code = await aCode(product);
  const token = await aClick(product, code);
  const price = await priceOf(product, "payment");
  let lines = "";
  const { origin, server } = await serve((request, response) => {
    if (request.method !== "POST") return html(response, lines);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const sent = new URLSearchParams(Buffer.concat(chunks).toString());
      const url = CHECKOUTS.Node?.([STRIPE_KEY, [sent.get("token")], sent.get("code"), price, "payment", product.stripe]) ?? "";
      response.writeHead(303, { Location: url }).end();
    });
  });
  lines = fillLines(readFileSync(join(LINES, "page.html"), "utf8"), { origin: product.url, key: await aPageKey(product, origin) });
  await thankYouPage(page);
  await page.goto(`${origin}/?vouch=${token}&code=${code}`);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("recommends us");
  await page.getByRole("button", { name: "Take this offer" }).click();
  await expect(page.getByRole("button", { name: "It is yours" })).toBeVisible();
  await page.getByRole("button", { name: "Buy" }).click();
  await payAtStripe(page, { email: somebody("Html").email });
  await untilAttributed(product, token, code);
  server.close();
});

test("the page for developers shows these very lines, with this installation's address", async ({ page, product }) => {
  await page.goto("/developers/shop");
  const shown = (await page.locator("pre").allTextContents()).map((text) => text.trim());
  const files = ["stripe-checkout.mjs", "stripe-checkout.php", "stripe_checkout.py", "payment-link.html", "server-api.mjs", "server-api.php", "server_api.py", "server-api.sh", "page.html", "hear-webhooks.mjs", "hear-webhooks.php", "hear_webhooks.py"];
  const written = files.map((name) => fillLines(readFileSync(join(LINES, name), "utf8"), { origin: product.url }).trim());
  expect(shown).toEqual(written);
});
