import { expect, test } from "../fixtures";
import { somebody, TEXTS } from "../people";
import { firstReward, friendPays, joinOpen, programThatGives } from "../thanks";

const { settings, rewardRules, desk: desks } = TEXTS.en;

test("an owner thanks the friend too, who reads it before they buy; a person approves both, and the champion sees their own", async ({ page, browser, product }) => {
  test.setTimeout(180_000);
  const champion = somebody("Lotte");
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await test.step("the owner makes a program", () => programThatGives(desk, "promotion_code"));

  await test.step("a rule for the friend is added, once the champion's own offer is worth as much", async () => {
    await desk.goto(`/desk/settings/program/${slug}`);
    await desk.locator("summary", { hasText: rewardRules.another.replace("{number}", "2") }).click();
    const rule = desk.getByRole("group", { name: rewardRules.rule.replace("{number}", "2") });
    await rule.getByLabel(rewardRules.trigger).selectOption(rewardRules.occasion.first_purchase);
    await rule.getByLabel(rewardRules.forWhom).selectOption(rewardRules.whom.friend);
    await rule.getByLabel(settings.program.value).fill("5");
    await desk.getByRole("button", { name: "Publish version 3" }).click();
    await expect(desk.getByRole("alert")).toContainText("the friend's offer is worth €15.00 and the champion's own €10.00.");
    await desk.getByRole("group", { name: settings.program.ownOffer }).getByLabel(settings.program.value).fill("15");
    await desk.getByRole("button", { name: "Publish version 3" }).click();
    await expect(desk.getByText(settings.program.published.replace("{number}", "3"))).toBeVisible();
    await expect(desk.getByText("For a first order, for the friend: €5.00").first()).toBeVisible();
  });

  const reward = await test.step("a friend reads what both get, and pays", async () => {
    await joinOpen(page, product, slug, champion);
    await page.goto(`/l/${champion.code}`);
    await expect(page.getByText("When your first order is final, €5.00 comes off your next bill too.")).toBeVisible();
    await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
    return await firstReward(page, desk, slug, champion.code);
  });

  await test.step("a person approves what both have for it with one button", async () => {
    await desk.goto(`/desk/queue?view=waiting&q=${champion.firstName}`);
    await expect(desk.getByRole("link", { name: desks.whose.friendOf.replace("{name}", champion.firstName) }).first()).toBeVisible();
    await desk.goto(`/desk/queue?view=waiting&reward=${reward}`);
    const panel = desk.getByRole("complementary", { name: desks.queue.panel });
    await panel.getByRole("checkbox", { name: /€/ }).check();
    await panel.getByRole("button", { name: desks.decide.approve, exact: true }).click();
    await expect(desk.getByText("2 rewards approved.")).toBeVisible();
  });

  await test.step("the champion's statement holds their own alone", async () => {
    await page.goto(`/portal/${slug}/rewards`);
    await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(1);
    await expect(page.getByText("€10.00").first()).toBeVisible();
    await expect(page.getByText("€5.00")).toHaveCount(0);
  });
  await desk.context().close();
});
