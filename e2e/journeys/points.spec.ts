import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { moveTime, somebody, TEXTS } from "../people";
import { approveFirst, friendPays, joinOpen, programThatGives } from "../thanks";

const { prizeDesk, prizes, prizeShelf } = TEXTS.en;
const fill = (text: string, values: Record<string, string>) => Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), text);

test("a champion earns points, chooses a prize with them, and somebody sends it", async ({ page, browser, product }) => {
  test.setTimeout(240_000);
  const champion = somebody("Pien");
  const mug = somebody("Mug").firstName;
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await programThatGives(desk, "points");

  await test.step("an owner offers two prizes", async () => {
    await desk.goto("/desk/settings/prizes");
    for (const [name, cost] of [[mug, "500"], [`${mug} of gold`, "900000"]] as const) {
      await desk.getByLabel(prizeShelf.program).selectOption({ label: slug });
      await desk.getByLabel(prizeShelf.nameEn).fill(name);
      await desk.getByLabel(prizeShelf.nameNl).fill(name);
      await desk.getByLabel(prizeShelf.cost).fill(cost);
      await desk.getByRole("button", { name: prizeShelf.add }).click();
      await expect(desk.getByRole("button", { name: fill(prizeShelf.withdraw, { name }), exact: true })).toBeVisible();
    }
    expect(await complaintsAbout(desk, "the prizes on offer")).toEqual([]);
  });

  await test.step("what a friend's order earns is there as points", async () => {
    await joinOpen(page, product, slug, champion);
    await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
    await approveFirst(page, desk, slug, champion.code);
    await moveTime(desk, product, "A month on");
    await expect
      .poll(
        async () => {
          await page.goto(`/portal/${slug}/prizes`);
          return page.getByText(/^You have \d[\d,]* points\.$/).textContent();
        },
        { timeout: 60_000, intervals: [2_000] },
      )
      .not.toBe("You have 0 points.");
  });

  await test.step("the champion chooses a prize, and cannot choose what is too dear", async () => {
    await page.goto(`/portal/${slug}/rewards`);
    await page.getByRole("link", { name: prizes.toPage }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await complaintsAbout(page, "the choice of a prize")).toEqual([]);
    await page.getByRole("radio", { name: `${mug} of gold` }).check();
    await page.getByRole("button", { name: prizes.take }).click();
    await expect(page.getByText(prizes.refused.too_few_points).first()).toBeVisible();
    await page.getByRole("radio", { name: `${mug}: 500 points` }).check();
    await page.getByLabel(prizes.address).fill("Pien de Vries\nKade 1\n3511 AA Utrecht");
    await page.getByRole("button", { name: prizes.take }).click();
    await expect(page.getByText(prizes.chosen)).toBeVisible();
  });

  await test.step("somebody sends it, and the champion reads so", async () => {
    await desk.goto("/desk/prizes");
    const card = desk.locator("section").filter({ hasText: mug });
    await expect(card.getByText("Kade 1")).toBeVisible();
    expect(await complaintsAbout(desk, "prizes to send")).toEqual([]);
    await card.getByLabel(prizeDesk.note).fill("Parcel 3SABC");
    await card.getByRole("button", { name: fill(prizeDesk.send, { name: mug }) }).click();
    await expect(desk.getByText(prizeDesk.saved)).toBeVisible();
    await page.goto(`/portal/${slug}/prizes`);
    await expect(page.getByText("Parcel 3SABC")).toBeVisible();
    await expect(page.getByText(/^On its way since/)).toBeVisible();
  });
});
