import { expect, test } from "../fixtures";
import { moveTime, somebody, TEXTS } from "../people";
import { approveFirst, friendPays, joinOpen, mailInTime, programThatGives } from "../thanks";

const { gift, gifts } = TEXTS.en;

test("a champion says where a gift may go, somebody sends it, and the address is forgotten once it is there", async ({ page, browser, product }) => {
  test.setTimeout(300_000);
  const champion = somebody("Gijs");
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await test.step("the owner makes a program that thanks with gifts", () => programThatGives(desk, "gift"));

  const reward = await test.step("a champion joins, a friend pays, and it is approved", async () => {
    await joinOpen(page, product, slug, champion);
    await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
    return await approveFirst(page, desk, slug, champion.code);
  });

  await test.step("the champion is asked and gives an address, in lines of its own", async () => {
    await moveTime(desk, product, "A month on");
    await mailInTime(desk, product, champion.email, /A gift is waiting for you/);
    await page.goto(`/portal/${slug}/rewards/${reward}`);
    await page.getByRole("link", { name: gift.toPage }).click();
    await page.getByLabel(gift.address).fill("Kade 1, Amsterdam");
    await page.getByRole("button", { name: gift.save }).click();
    await expect(page.getByText(gift.issue.lines)).toBeVisible();
    await page.getByLabel(gift.address).fill("Gijs Smit\nKade 1\n1011 AB Amsterdam");
    await page.getByRole("button", { name: gift.save }).click();
    await expect(page.getByText(gift.saved)).toBeVisible();
  });

  await test.step("somebody chooses it and says that it is on its way", async () => {
    await desk.goto("/desk/gifts");
    const card = desk.locator(`#${reward}`);
    await expect(card).toContainText("1011 AB Amsterdam");
    await card.getByLabel(gifts.item).fill("A bag of Guji");
    await card.getByLabel(gifts.tracking).fill("3SABC123");
    await card.getByRole("button", { name: gifts.send }).click();
    await expect(desk.getByText(gifts.done.replace("{name}", champion.firstName))).toBeVisible();
    await mailInTime(desk, product, champion.email, /On its way to you: A bag of Guji/);
  });

  await test.step("it arrives", async () => {
    await page.goto(`/portal/${slug}/rewards/${reward}/gift`);
    await expect(page.getByText("3SABC123")).toBeVisible();
    await page.getByRole("button", { name: gift.arrived }).click();
    await expect(page.getByText("We have forgotten your address.")).toBeVisible();
  });
});
