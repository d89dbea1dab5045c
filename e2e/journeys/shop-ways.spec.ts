import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { databaseOf } from "../database";
import { goToPay, payAtStripe, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { aCode } from "../sessions";

const { landing } = TEXTS.en.share;

/** Chooses how the demo shop works with Vouch, for this visitor. */
async function choose(page: Page, product: Product, way: string): Promise<void> {
  await page.goto(product.shop);
  await page.getByRole("link", { name: "How this shop is wired" }).click();
  await page.getByRole("button", { name: `Choose this: ${way}` }).click();
  await expect(page.getByRole("status")).toHaveText("This is how the shop works for you now.");
}

/** Follows a champion's link and takes the offer; ends in the shop. */
async function takeOffer(page: Page, product: Product, code: string): Promise<void> {
  await page.goto(`${product.url}/r/${code}`);
  await page.getByRole("button", { name: landing.claim }).click();
  await expect(page).toHaveURL(new RegExp(`^${product.shop}/`));
}

async function signUp(page: Page, product: Product, email: string): Promise<void> {
  await page.goto(`${product.shop}/account`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/basket$/);
}

/** How many people a champion's link has brought. */
async function broughtBy(product: Product, code: string): Promise<number> {
  const database = databaseOf(product);
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::int as n from referral join referral_code code on code.link_id = referral.link_id where code.key = $1",
    [code],
  );
  await database.end();
  return rows[0]?.n ?? 0;
}

test("the shop's server tells the sign-up, an order on account, and that it came back", async ({ page, product }) => {
  const code = await aCode(product);
  const before = await broughtBy(product, code);
  await choose(page, product, "The shop's server");
  await takeOffer(page, product, code);
  await signUp(page, product, somebody("Roos").email);
  expect(await broughtBy(product, code)).toBe(before + 1);

  await page.goto(product.shop);
  await page.locator('button[name=sku][value="hand-mill"]').click();
  await page.getByRole("button", { name: "Order on account" }).click();
  const order = page.getByRole("listitem").filter({ hasText: "N-" });
  await expect(order).toContainText("Ordered, thanks to a recommendation");
  await order.getByRole("button", { name: /Send back/ }).click();
  await expect(order).toContainText("Sent back");
});

test("the script greets by the champion's name, keeps the claim, and names its tokens to the sign-up", async ({ page, product }) => {
  const refused: string[] = [];
  page.on("console", (message) => refused.push(...(message.type() === "error" ? [message.text()] : [])));
  const code = await aCode(product);
  const before = await broughtBy(product, code);
  await choose(page, product, "A script on the pages");
  await takeOffer(page, product, code);
  await expect(page.getByRole("heading", { name: /^\S.* recommends us to you$/ })).toBeVisible();
  await expect(page.getByText("gets something too")).toBeVisible();
  await page.getByLabel("Remember this for 30 days on this device").check();
  await page.getByRole("button", { name: "Take this offer" }).click();
  await expect(page.getByText(`Your code ${code} comes off when you pay.`)).toBeVisible();

  await page.goto(`${product.shop}/account`);
  await expect(page.locator("#vouch-reference")).toHaveValue(/^tkl_/);
  const { email } = somebody("Sem");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/basket$/);
  expect(await broughtBy(product, code)).toBe(before + 1);

  await goToPay(page, product, "hand-mill");
  await expect(page.getByText("Discount")).toBeVisible();
  await payAtStripe(page, {});
  expect(refused).toEqual([]);
});
