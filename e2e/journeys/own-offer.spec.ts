import { expect, test } from "../fixtures";
import { goToPay, joinFriends, payAtStripe, signInByMail, somebody, TEXTS } from "../people";

const { home } = TEXTS.en.portal;

test("a champion uses their own offer in the shop, once, and reads when", async ({ page, browser, product }) => {
  test.setTimeout(120_000);
  const champion = somebody("Ans");
  await goToPay(page, product, "guji-250g");
  await payAtStripe(page, { email: champion.email });
  await signInByMail(page, product, { ...champion, to: "/portal/friends/join", language: "en" });
  await joinFriends(page, { ...champion, language: "en" });

  const own = page.getByLabel(home.own.code);
  const lookUntil = async (there: () => Promise<number>) =>
    expect
      .poll(
        async () => {
          await page.goto("/portal/friends");
          return there();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
  await lookUntil(() => own.count());
  const code = await own.inputValue();
  expect(code).toMatch(/^(MYOWN|VANMIJ)-[A-Z0-9]{8}$/);

  // Another customer cannot use it, and the shop says what to do.
  const context = await browser.newContext({ locale: "en-GB" });
  const shop = await context.newPage();
  await shop.goto(product.shop);
  await shop.locator('button[name=sku][value="hand-mill"]').click();
  await shop.getByLabel(/somebody's code/).fill(code);
  await shop.locator("form[action='/checkout'] button").click();
  await expect(shop.getByRole("status")).toContainText("belongs to somebody in person");
  await shop.getByRole("link", { name: "Your account" }).click();
  await shop.getByLabel("E-mail address").fill(champion.email);
  await shop.getByRole("button", { name: "Sign in", exact: true }).click();
  await shop.getByLabel(/somebody's code/).fill(code);
  await shop.locator("form[action='/checkout'] button").click();
  await expect(shop.getByText("€70.00").first()).toBeVisible();
  await payAtStripe(shop, {});
  await context.close();

  await lookUntil(() => page.getByText(home.own.used.split("{")[0] ?? "").count());
  await expect(own).toHaveCount(0);
  await expect(page.getByText(home.becameNone, { exact: true })).toBeVisible();
});
