import { expect, test } from "../fixtures";
import { mailsTo } from "../outside";
import { moveTime, payAtStripe, somebody, TEXTS } from "../people";
import { approveFirst, friendPays, joinOpen, mailInTime, programThatGives } from "../thanks";

test("a champion with a subscription is thanked with a month of it", async ({ page, browser, product }) => {
  test.setTimeout(300_000);
  const champion = somebody("Fem");
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await test.step("the owner makes a program that thanks with free months", () => programThatGives(desk, "free_month"));

  const reward = await test.step("a subscriber becomes a champion, a friend pays, and it is approved", async () => {
    await page.goto(product.shop);
    await page.locator('button[name=sku][value="monthly-1kg"]').click();
    await payAtStripe(page, { email: champion.email });
    await joinOpen(page, product, slug, champion);
    await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
    return await approveFirst(page, desk, slug, champion.code);
  });

  await test.step("the month is put on the subscription once, and the champion reads it", async () => {
    await moveTime(desk, product, "A month on");
    const subject = /Your next month is free/;
    await mailInTime(desk, product, champion.email, subject);
    expect((await mailsTo(product, champion.email)).filter((mail) => subject.test(mail.subject))).toHaveLength(1);
    await page.goto(`/portal/${slug}/rewards/${reward}`);
    await expect(page.getByRole("main")).toContainText(TEXTS.en.portal.recommendation.status.issued);
  });
});
