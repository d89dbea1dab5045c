import { randomUUID } from "node:crypto";
import { expect } from "playwright/test";
import { databaseOf } from "./database";
import type { Product } from "./product";

/** Requests as a browser page of ours would send them, without a browser. */
export class Visitor {
  constructor(
    private readonly product: Product,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Response> {
    return fetch(this.product.url + path, { headers: this.headers, redirect: "manual" });
  }

  post(path: string, fields: Record<string, string> | [string, string][] = {}): Promise<Response> {
    const headers = { ...this.headers, "Sec-Fetch-Site": "same-origin" };
    return fetch(this.product.url + path, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
  }

  json(path: string, body: unknown): Promise<Response> {
    const headers = { ...this.headers, "Content-Type": "application/json" };
    return fetch(this.product.url + path, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual" });
  }
}

/** Somebody of the demo, signed in. */
export async function demoVisitor(product: Product, key: string): Promise<Visitor> {
  const answer = await new Visitor(product).post("/demo/sign-in", { key });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  return new Visitor(product, { Cookie: cookie });
}

/** A shop's server with a fresh key of all scopes. */
export async function apiVisitor(product: Product): Promise<Visitor> {
  return new Visitor(product, { Authorization: `Bearer ${await aSecretKey(product)}` });
}

/** A secret key of all scopes, as the owner makes one. */
export async function aSecretKey(product: Product): Promise<string> {
  const owner = await demoVisitor(product, "owner");
  const page = await (
    await owner.post("/desk/settings/keys", [["intent", "create"], ["name", "a test"], ["scopes", "track"], ["scopes", "read"]])
  ).text();
  const key = /vouch_[\w-]{60,}/.exec(page)?.[0];
  if (!key) throw new Error("the page did not show the new key");
  return key;
}

/** A publishable key for pages of that origin, as the owner makes one. */
export async function aPageKey(product: Product, origin: string): Promise<string> {
  const owner = await demoVisitor(product, "owner");
  const name = `page ${randomUUID()}`;
  await owner.post("/desk/settings/keys", { intent: "create-page", name, origins: origin });
  const page = await (await owner.get("/desk/settings/keys")).text();
  return new RegExp(`${name}[\\s\\S]*?(vouch_pub_\\w{26})`).exec(page)?.[1] ?? "";
}

/** Follows a champion's link as a friend does. @returns the token the friend carries from there */
export async function aClick(product: Product, code: string): Promise<string> {
  const answer = await fetch(`${product.url}/r/${code}`, { redirect: "manual", headers: { "User-Agent": "Mozilla/5.0 Chrome/140" } });
  return new URL(answer.headers.get("location") ?? "", product.url).searchParams.get("c") ?? "";
}

/** An order at the shop with a code typed by hand, paid at Stripe, without a browser. */
export async function buyWithCode(product: Product, { email, sku, code }: { email: string; sku: string; code: string }): Promise<void> {
  const send = (path: string, fields: Record<string, string>, cookie = "") =>
    fetch(product.shop + path, { method: "POST", body: new URLSearchParams(fields), headers: { Cookie: cookie }, redirect: "manual" });
  const added = await send("/basket/add", { sku });
  const basket = added.headers.getSetCookie()[0]?.split(";")[0];
  let session: string | undefined;
  // A new code is known at Stripe a moment after it was chosen.
  await expect
    .poll(async () => {
      session = (await send("/checkout", { code }, basket)).headers.get("location")?.split("/").at(-1);
      return session ?? "refused";
    })
    .toMatch(/^cs_/);
  const paid = await fetch(`${product.stripe}/_control/pay`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ session, email }),
  });
  if (!paid.ok) throw new Error(`the order of ${email} was not paid: ${await paid.text()}`);
}

/** Adds somebody to the desk, as the owner does on the page for staff. */
export async function addColleague(product: Product, email: string, role: string): Promise<void> {
  const owner = await demoVisitor(product, "owner");
  const added = await owner.post("/desk/settings/staff", [["intent", "add"], ["email", email], ["roles", role]]);
  expect(added.headers.get("location")).toContain("done=added");
}

/** Makes a buyer known to Vouch, as a shop without Stripe does. */
export async function knownCustomer(product: Product, email: string): Promise<void> {
  const shop = await apiVisitor(product);
  const known = await shop.json("/api/v1/customers", { customerExternalId: email, customerEmail: email });
  expect(known.status).toBe(200);
}

/** The code of a champion who takes part in a program; another one at each call. */
export async function aCode(product: Product, program = "friends"): Promise<string> {
  const database = databaseOf(product);
  const { rows } = await database.query<{ key: string }>(
    `select code.key from referral_code code join link on link.id = code.link_id join champion on champion.id = link.champion_id
       join program on program.id = champion.program_id
      where code.is_current and link.is_main and champion.status = 'active' and program.slug = $1 order by random() limit 1`,
    [program],
  );
  await database.end();
  return rows[0]?.key ?? "";
}
