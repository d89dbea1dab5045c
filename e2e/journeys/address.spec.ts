import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { newestMail } from "../outside";
import { moveTime, signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";

const { account } = TEXTS.en.portal;
const { emailChange } = TEXTS.en.signIn;

test("an address changes after 72 hours; until then its owner can stop it from the old one", async ({ page, browser, product }) => {
  test.setTimeout(120_000);
  const me = somebody("Ada");
  const next = somebody("Ada").email;
  await signInByMail(page, product, { ...me, to: "/portal/account", language: "en" });

  await test.step("mails come in the language that was chosen for them", async () => {
    await page.getByLabel(account.language).selectOption("nl");
    await page.getByRole("button", { name: account.saveLanguage }).click();
    await expect(page.getByText(account.saved)).toBeVisible();
  });

  await test.step("a thief asks; the old address is told and stops it, and every open sign-in ends", async () => {
    const theirs = somebody("Dief").email;
    await askFor(page, theirs);
    await newestMail(product, theirs, /bevestig/i);
    const owner = await (await browser.newContext({ locale: "nl-NL" })).newPage();
    const words = TEXTS.nl.signIn.emailChange;
    await owner.goto(await linkTo(product, me.email, "cancel"));
    await expect(owner.getByText(theirs)).toBeVisible();
    // Looking stops nothing: scanners open every link.
    await page.reload();
    await expect(page.getByRole("button", { name: emailChange.stop })).toBeVisible();
    await owner.getByRole("button", { name: words.cancel.submit }).click();
    await expect(owner.getByText(words.standing.cancelled)).toBeVisible();
    await owner.context().close();
    await page.reload();
    await expect(page).toHaveURL(/\/sign-in\?to=/);
  });

  await test.step("the owner asks, confirms at the new address, and still signs in with the old one", async () => {
    await signInByMail(page, product, { ...me, to: "/portal/account", language: "en" });
    await askFor(page, next);
    await page.goto(await linkTo(product, next, "confirm"));
    await page.getByRole("button", { name: emailChange.confirm.submit }).click();
    await expect(page.getByText(/^Confirmed\. Your address changes on \w+ \d/)).toBeVisible();
    for (const day of [1, 2]) await test.step(`day ${day}`, () => moveTime(page, product, "A day on"));
    await page.goto("/portal/account");
    await expect(page.getByText(me.email)).toBeVisible();
  });

  await test.step("after three days it is theirs", async () => {
    await moveTime(page, product, "A day on");
    await newestMail(product, next, /is veranderd/);
    await page.context().clearCookies();
    await signInByMail(page, product, { email: next, to: "/portal/account", language: "en" });
    await expect(page.getByText(next)).toBeVisible();
    await expect(page.getByLabel(account.language)).toHaveValue("nl");
  });
});

async function askFor(page: Page, email: string): Promise<void> {
  await page.goto("/portal/account");
  await page.getByRole("link", { name: account.changeEmail }).click();
  await page.getByLabel(emailChange.label).fill(email);
  await page.getByRole("button", { name: emailChange.submit }).click();
  await expect(page.getByText(`Open the link we mailed to ${email}.`)).toBeVisible();
}

/** The link of the newest mail about a change of address. */
async function linkTo(product: Product, email: string, act: "cancel" | "confirm"): Promise<string> {
  const link = new RegExp(`https?://\\S+/email-change/${act}/[\\w-]+`);
  const { text } = await newestMail(product, email, /adres/i);
  return link.exec(text)?.[0] ?? "no link";
}
