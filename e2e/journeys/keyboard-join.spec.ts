import { RESERVED_WORDS, RUDE_WORDS } from "~/sharing/code-words";
import { expect, test } from "../fixtures";
import { hydrated } from "../hydrated";
import { pressOn, tabTo, typeInto } from "../keys";
import { signInCode } from "../outside";
import { somebody, TEXTS } from "../people";
import { knownCustomer } from "../sessions";

const { site, signIn, portal, share, common } = TEXTS.en;

test("by keyboard alone somebody joins, copies the link, shares, and makes a second link", async ({ page, context, product }) => {
  test.setTimeout(90_000);
  const me = somebody("Ike");
  await knownCustomer(product, me.email);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const main = page.getByRole("main");

  await test.step("from the program page to the sign-in code", async () => {
    await page.goto("/p/friends");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: common.skip })).toBeFocused();
    await pressOn(page, main.getByRole("link", { name: site.program.join }).first(), "Enter");
    await typeInto(page, page.getByLabel(signIn.email.label), me.email);
    await page.keyboard.press("Enter");
    // The code's field has the focus already.
    await expect(page.getByLabel(signIn.code.label, { exact: true })).toBeFocused();
    await page.keyboard.type(await signInCode(product, me.email));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/portal\/friends\/join/);
  });

  await test.step("a first name, and a code that is judged as it is typed", async () => {
    await hydrated(page);
    const { code: words } = portal.join;
    await typeInto(page, page.getByLabel(portal.join.name), me.firstName);
    const code = page.getByLabel(portal.join.codeLabel, { exact: true });
    await typeInto(page, code, RESERVED_WORDS[0] ?? "");
    await expect(page.getByText(words.reserved)).toBeVisible();
    await typeInto(page, code, RUDE_WORDS[0] ?? "");
    await expect(page.getByText(words.rude)).toBeVisible();
    await typeInto(page, code, me.code.replace("-", " "));
    await expect(page.getByText(words.characters)).toBeVisible();
    await pressOn(page, button(words.take.replace("{code}", me.code)), "Enter");
    await expect(page.getByText(words.free.replace("{code}", me.code))).toBeVisible();
    await expect(code).toHaveValue(me.code);
  });

  await test.step("the terms, read and accepted", async () => {
    const summary = page.locator("summary", { hasText: /^Read the \d+ clauses$/ });
    await pressOn(page, summary, "Enter");
    await expect(main.getByRole("listitem").first()).toBeVisible();
    await pressOn(page, button(portal.join.submit), "Enter");
    await expect(page.getByText(portal.join.acceptFirst)).toBeVisible();
    await expect(page.getByRole("alert")).toBeFocused();
    await pressOn(page, page.getByRole("checkbox"), "Space");
    await pressOn(page, button(portal.join.submit), "Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hello ${me.firstName}`);
  });

  await test.step("home: the link is copied", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await pressOn(page, button(common.copy).first(), "Enter");
    await expect(page.getByRole("status").filter({ hasText: common.copied })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${product.url}/r/${me.code}`);
  });

  await test.step("the share page: own words go along with the line that stays", async () => {
    await pressOn(page, main.getByRole("link", { name: portal.home.share, exact: true }), "Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(share.kit.title);
    await typeInto(page, page.getByLabel(share.kit.words), "Taste this");
    await pressOn(page, button(share.kit.copy), "Enter");
    await expect(page.getByText(share.kit.copied)).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Taste this/);
    expect(copied).toContain(`/r/${me.code}`);
    expect(copied).toContain("In fairness: I get €10.00");
    await tabTo(page, page.getByRole("link", { name: share.kit.whatsapp }));
  });

  await test.step("a second link with a label of its own", async () => {
    await pressOn(page, page.getByRole("navigation").getByRole("link", { name: common.nav.links }), "Enter");
    await typeInto(page, page.getByLabel(share.links.label), "Book club");
    await page.keyboard.press("Enter");
    await expect(page.getByText(share.links.made.replace("{label}", "Book club"))).toBeVisible();
    await expect(page.getByRole("heading", { name: "Book club" })).toBeVisible();
  });
});
