import { expect, test } from "../fixtures";
import { refundAtStripe } from "../outside";
import { somebody, TEXTS } from "../people";
import { friendPays, joinOpen, programThatGives } from "../thanks";

const { settings, rewardRules } = TEXTS.en;

test("an owner thanks for every second friend who stays, and a champion sees how far it is, there and back", async ({ page, browser, product }) => {
  test.setTimeout(180_000);
  const champion = somebody("Mila");
  const [first, second] = [somebody("Vera").email, somebody("Wim").email];
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await test.step("the owner makes a program", () => programThatGives(desk, "promotion_code"));

  await test.step("a milestone is added, as a fixed amount alone", async () => {
    await desk.goto(`/desk/settings/program/${slug}`);
    await desk.locator("summary", { hasText: rewardRules.another.replace("{number}", "2") }).click();
    const rule = desk.getByRole("group", { name: rewardRules.rule.replace("{number}", "2") });
    await rule.getByLabel(rewardRules.trigger).selectOption(rewardRules.occasion.every_milestone);
    await rule.getByLabel(settings.program.kind).selectOption("percent");
    await rule.getByLabel(settings.program.value).fill("25");
    await desk.getByRole("button", { name: "Publish version 3" }).click();
    await expect(desk.getByText(settings.issue.fixedAmount).first()).toBeVisible();
    await expect(desk.getByText(settings.issue.milestoneFriends).first()).toBeVisible();
    await rule.getByLabel(settings.program.kind).selectOption("flat");
    await rule.getByLabel(rewardRules.fromFriend).fill("2");
    await desk.getByRole("button", { name: "Publish version 3" }).click();
    await expect(desk.getByText(settings.program.published.replace("{number}", "3"))).toBeVisible();
  });

  const bar = page.getByRole("progressbar");
  const sees = (goal: string) =>
    expect
      .poll(
        async () => {
          await page.goto(`/portal/${slug}`);
          return bar.count().then((bars) => (bars === 1 ? bar.getAttribute("aria-labelledby").then((id) => page.locator(`[id="${id}"]`).innerText()) : ""));
        },
        { timeout: 30_000 },
      )
      .toBe(goal);

  await test.step("a champion reads what two friends lead to, and each friend who pays moves it on", async () => {
    await joinOpen(page, product, slug, champion);
    await sees("0 of 2 friends until €25.00");
    await friendPays(browser, product, { code: champion.code, email: first });
    await sees("1 of 2 friends until €25.00");
    await friendPays(browser, product, { code: champion.code, email: second });
    await sees("2 of 4 friends until €25.00");
    await page.goto(`/portal/${slug}/rewards`);
    await page.getByRole("row").filter({ hasText: "€25.00" }).getByRole("link").click();
    await expect(page.getByText("For 2 friends who bought and stayed")).toBeVisible();
  });

  await test.step("money that goes back takes the milestone along, and says so", async () => {
    await refundAtStripe(product, first);
    await sees("1 of 2 friends until €25.00");
    await desk.goto(`/desk/people?q=${champion.code}`);
    await desk.getByRole("table").getByRole("link").first().click();
    await expect(desk.getByText("1 of 2 friends until €25.00")).toBeVisible();
  });
  await desk.context().close();
});
