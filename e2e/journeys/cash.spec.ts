import { expect, test } from "../fixtures";
import { stripeEffects } from "../outside";
import { moveTime, somebody, TEXTS } from "../people";
import { approveFirst, friendPays, joinOpen, mailInTime, programThatGives } from "../thanks";

const { payout } = TEXTS.en;

test("a champion is asked where the money may go, says so at Stripe, and is paid", async ({ page, browser, product }) => {
  test.setTimeout(300_000);
  const champion = somebody("Kas");
  const friend = somebody("Guus");
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await test.step("the owner makes a program that thanks in cash", () => programThatGives(desk, "transfer"));

  await test.step("a champion joins, a friend pays, and it is approved", async () => {
    await joinOpen(page, product, slug, champion);
    await friendPays(browser, product, { code: champion.code, email: friend.email });
    await approveFirst(page, desk, slug, champion.code);
  });

  await test.step("it asks where the money may go", async () => {
    await moveTime(desk, product, "A month on");
    await mailInTime(desk, product, champion.email, /where may we send it/);
    await page.goto(`/portal/${slug}/payout`);
    await expect(page.getByText(payout.state.payout_details_missing)).toBeVisible();
  });

  await test.step("the champion fills it in at Stripe and is paid once", async () => {
    await page.getByRole("button", { name: payout.begin }).click();
    await page.getByRole("link", { name: payout.goOn }).click();
    await expect(page).toHaveURL(/connect\/onboarding/);
    await page.locator("button[value=complete]").click();
    await expect(page).toHaveURL(/\/payout$/);
    const transfers = async () =>
      (await stripeEffects(product)).filter(({ object, effect }) => object === "transfer" && effect === "created").map(({ facts }) => `${facts.amount} ${facts.currency}`);
    await mailInTime(desk, product, champion.email, /it was paid to you/);
    expect(await transfers()).toEqual(["1000 eur"]);
    await page.goto(`/portal/${slug}/payout`);
    await expect(page.getByText(payout.state.ready.replace("{last4}", "3000"))).toBeVisible();
  });
});
