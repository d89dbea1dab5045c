import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { moveTime, somebody, TEXTS } from "../people";
import { approveFirst, friendPays, joinOpen, programThatGives } from "../thanks";

const { cause, causes, donations } = TEXTS.en;

test("a champion chooses a cause, what they earn is collected for it, and somebody passes it on", async ({ page, browser, product }) => {
  test.setTimeout(240_000);
  const champion = somebody("Dora");
  const name = somebody("Books").firstName;
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await programThatGives(desk, "donation");
  await desk.goto("/desk/settings/causes");
  await desk.getByLabel(causes.name).fill(name);
  await desk.getByRole("button", { name: causes.add }).click();
  await expect(desk.getByRole("button", { name: causes.close.replace("{name}", name) })).toBeVisible();

  await test.step("the champion chooses it from the page of their rewards", async () => {
    await joinOpen(page, product, slug, champion);
    await page.goto(`/portal/${slug}/rewards`);
    await page.getByRole("link", { name: cause.toPage }).click();
    await expect(page.getByRole("heading", { name: cause.title })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await complaintsAbout(page, "the choice of a cause")).toEqual([]);
    await page.getByRole("radio", { name }).check();
    await page.getByRole("button", { name: cause.save }).click();
    await expect(page.getByText(cause.saved.replace("{name}", name))).toBeVisible();
  });

  await test.step("what a friend's order earns is collected, and passed on with its receipt", async () => {
    await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
    await approveFirst(page, desk, slug, champion.code);
    await moveTime(desk, product, "A month on");
    const card = desk.locator("section").filter({ hasText: name });
    await expect
      .poll(
        async () => {
          await desk.goto("/desk/donations");
          return card.count();
        },
        { timeout: 60_000, intervals: [2_000] },
      )
      .toBeGreaterThan(0);
    expect(await complaintsAbout(desk, "donations to pass on")).toEqual([]);
    await card.first().getByLabel(donations.receipt).fill("BANK-2026-17");
    await card.first().getByRole("button", { name: /^I passed on/ }).click();
    await expect(desk.getByText(donations.done)).toBeVisible();
    await expect(desk.getByRole("table", { name: donations.passedOn }).getByText(name)).toBeVisible();
  });
});
