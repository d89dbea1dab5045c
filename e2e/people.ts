import { randomInt } from "node:crypto";
import type { Page } from "playwright/test";
import { messages as en } from "~/ui/messages/en";
import { messages as nl } from "~/ui/messages/nl";
import { expect } from "./fixtures";
import { signInCode, signInCodes } from "./outside";
import type { Product } from "./product";

/** The product's own texts, so that a test asks for the button a person reads. */
export const TEXTS = { en, nl };
type Language = keyof typeof TEXTS;

/** A name, address and code that nobody had before; without vowels no word comes about that a code may not hold. */
export function somebody(firstName: string) {
  const letters = Array.from({ length: 6 }, () => "CDHJMPRTVWXY"[randomInt(12)]).join("");
  return { firstName: `${firstName} ${letters}`, email: `${firstName}.${letters}@people.example`.toLowerCase(), code: `${firstName}-${letters}`.toUpperCase() };
}

type Key = "champion" | "newcomer" | "owner" | "approver" | "second" | "finance" | "marketer";

/** One click on the demo's sign-in page; ends on the desk or the portal. */
export async function demoSignIn(page: Page, key: Key): Promise<void> {
  await page.goto("/demo/sign-in");
  await page.locator(`form:has(input[name="key"][value="${key}"])`).getByRole("button").click();
  await expect(page).not.toHaveURL(/demo\/sign-in/);
}

interface MailSignIn {
  email: string;
  to: string;
  language: Language;
  at?: "/sign-in" | "/desk/sign-in";
}

/** Signs in with the code that is mailed, and ends where `to` leads; at the desk on the page for the second proof. */
export async function signInByMail(page: Page, product: Product, { email, to, language, at = "/sign-in" }: MailSignIn): Promise<void> {
  const { signIn } = TEXTS[language];
  await page.goto(`${at}?to=${encodeURIComponent(to)}`);
  await page.getByLabel(signIn.email.label).fill(email);
  const before = (await signInCodes(product, email)).length;
  await page.getByRole("button", { name: signIn.email.send }).click();
  await expect(page.getByRole("heading", { name: signIn.code.title })).toBeVisible();
  await page.getByLabel(signIn.code.label, { exact: true }).fill(await signInCode(product, email, before));
  await page.getByRole("button", { name: signIn.code.submit }).click();
  await expect(page).not.toHaveURL(/sign-in(\/code|\?|$)/);
}

/** Pays on Stripe's page, with a code typed there when one is given; a customer the shop named needs no address. */
export async function payAtStripe(page: Page, { email, code }: { email?: string; code?: string }): Promise<void> {
  await expect(page).toHaveURL(/\/c\/pay\//);
  if (code) {
    await page.locator("input[name=code]").fill(code);
    await page.locator("button[value=apply]").click();
    await expect(page.locator(".done")).toContainText(code);
  }
  if (email) await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=cardNumber]").fill("4242 4242 4242 4242");
  await page.locator("input[name=expiry]").fill("12 / 34");
  await page.locator("input[name=cvc]").fill("123");
  await page.locator("button[value=pay]").click();
  await expect(page).toHaveURL(/\/thanks/);
}

/** Puts one thing into the shop's basket and goes to pay, with whatever code the shop remembers. */
export async function goToPay(page: Page, product: Product, sku: string): Promise<void> {
  await page.goto(product.shop);
  await page.locator(`button[name=sku][value="${sku}"]`).click();
  await page.locator("form[action='/checkout'] button").click();
}

/** Moves the demo's time on Stripe's control page: what falls due on the way happens. */
export async function moveTime(page: Page, product: Product, button: "A day on" | "A month on"): Promise<void> {
  await page.goto(product.stripe);
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("status")).toHaveText("Time has moved on, here and in Vouch.");
}

/** Becomes a champion of `friends` on the join page; ends on the home. */
export async function joinFriends(page: Page, { firstName, code, language }: { firstName: string; code: string; language: Language }) {
  const { portal } = TEXTS[language];
  // The customer is known once Stripe's webhook was worked through.
  const submit = page.getByRole("button", { name: portal.join.submit, exact: true });
  await expect
    .poll(async () => {
      await page.goto("/portal/friends/join");
      return submit.count();
    }, { timeout: 30_000 })
    .toBe(1);
  await page.getByLabel(portal.join.name).fill(firstName);
  await page.getByLabel(portal.join.codeLabel, { exact: true }).fill(code);
  await expect(page.getByText(portal.join.code.free.replace("{code}", code))).toBeVisible();
  await page.getByRole("checkbox").check();
  await submit.click();
  await expect(page).toHaveURL(/\/portal\/friends(\?|$)/);
}
