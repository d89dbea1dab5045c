import { expect, test } from "../fixtures";
import { goToPay, joinFriends, payAtStripe, signInByMail, somebody, TEXTS } from "../people";

const { portal } = TEXTS.en;

test("a code typed by hand on the payment page is enough, without any click", async ({ page, browser, product }) => {
  test.setTimeout(90_000);
  const champion = somebody("Ans");
  const friend = somebody("Kim");
  await goToPay(page, product, "guji-250g");
  await payAtStripe(page, { email: champion.email });
  await signInByMail(page, product, { ...champion, to: "/portal/friends/join", language: "en" });
  await joinFriends(page, { ...champion, language: "en" });

  const context = await browser.newContext({ locale: "en-GB" });
  const shop = await context.newPage();
  await goToPay(shop, product, "hand-mill");
  await payAtStripe(shop, { email: friend.email, code: champion.code });
  await context.close();

  const line = page.getByRole("article").filter({ hasText: portal.recommendation.status.pending });
  await expect
    .poll(
      async () => {
        await page.goto("/portal/friends");
        return line.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await expect(line).toContainText(portal.recommendation.someone);
});
