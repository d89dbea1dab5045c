import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { hydrated } from "../hydrated";
import { demoSignIn, TEXTS } from "../people";

const { replay, simulate, settings } = TEXTS.en;

/** The card with a title. */
const cardOf = (page: Page, title: string) => page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("an owner types another amount and reads what the last 90 days would have cost", async ({ page }) => {
  await demoSignIn(page, "owner");
  await page.goto("/desk/settings/program/friends");
  await hydrated(page);
  const card = cardOf(page, replay.title);
  await expect(card).toContainText(replay.ask);
  await page.getByRole("group", { name: "Rule 1" }).getByLabel(settings.program.value).fill("25");
  await expect(card).toContainText(/€[\d,.]+ more than under version \d+, which is in force\./);
  await expect(card.getByRole("row", { name: new RegExp(`^${replay.sum} `) })).toContainText(/€/);
  await page.getByRole("group", { name: "Rule 1" }).getByLabel(settings.program.value).fill("nothing");
  await expect(card).toContainText(replay.misfit);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false, locale: "en-GB", viewport: { width: 390, height: 844 } });

  test("the past is asked for by a button, and a policy is tried on a quarter and changes nothing", async ({ page }) => {
    await demoSignIn(page, "owner");
    await page.goto("/desk/settings/program/friends");
    await page.getByRole("button", { name: settings.program.showExample }).click();
    await expect(cardOf(page, replay.title)).toContainText(/As much as under version \d+/);

    await page.getByRole("link", { name: simulate.link }).click();
    const result = cardOf(page, simulate.result);
    await expect(result).toContainText(simulate.waiting);
    await page.getByLabel(settings.program.hold).selectOption("90");
    await page.getByRole("button", { name: simulate.try }).click();
    await expect(result).toContainText(/champions? would have waited longer/);
    await expect(result.getByRole("row", { name: new RegExp(`^${simulate.paid} €`) })).toBeVisible();
    await expect(page.getByLabel(settings.program.hold)).toHaveValue("90");

    await page.getByLabel(settings.program.twoAdmins).fill("1");
    await page.getByRole("button", { name: simulate.try }).click();
    await expect(result).toContainText(simulate.misfit);
    await page.goto("/desk/settings/program/friends");
    await expect(page.getByLabel(settings.program.hold)).not.toHaveValue("90");
  });
});
