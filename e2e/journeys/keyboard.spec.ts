import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { demoSignIn, TEXTS } from "../people";

const { queue, refuse } = TEXTS.en.desk;

test("the desk's queue by keyboard alone: move, select, see the effect, refuse, help", async ({ page }) => {
  await demoSignIn(page, "approver");
  await page.goto("/desk/queue?view=waiting");
  await keysWork(page);
  const rows = page.locator("tr[data-reward]");
  const idAt = (row: number) => rows.nth(row).getAttribute("data-reward");
  const [first, second] = [await idAt(0), await idAt(1)];
  await expect(rows.nth(0).getByRole("link")).toHaveAttribute("aria-current", "true");

  await press(page, "j", new RegExp(`reward=${second}`));
  await expect(rows.nth(1).getByRole("link")).toHaveAttribute("aria-current", "true");
  await press(page, "k", new RegExp(`reward=${first}`));
  await expect(rows.nth(0).getByRole("link")).toHaveAttribute("aria-current", "true");

  const box = rows.nth(0).getByRole("checkbox");
  await page.keyboard.press("x");
  await expect(box).toBeChecked();
  await press(page, "a", /\/desk\/queue\/approve\?/);
  await expect(page.getByRole("heading", { level: 1, name: TEXTS.en.desk.decide.reviewTitle })).toBeVisible();
  await backToQueue(page);

  await press(page, "r", /\/desk\/queue\/refuse\?/);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await expect(page.getByLabel(refuse.note)).not.toHaveValue("");
  await backToQueue(page);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText(queue.keys.approve);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a reward is found by its champion's name, and the search stays from drawer to drawer", async ({ page }) => {
  await demoSignIn(page, "approver");
  await page.goto("/desk/queue?view=fulfilled");
  const rows = page.locator("tr[data-reward]");
  const name = (await rows.first().getByRole("link").innerText()).split("\n")[0] ?? "";
  const before = await rows.count();
  await page.getByText(queue.find).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(queue.search).fill(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect.poll(() => rows.count()).toBeLessThan(before);
  for (const row of await rows.all()) await expect(row).toContainText(name);
  await rows.first().getByRole("link").click();
  await expect(page).toHaveURL(/q=.*reward=/);
  await page.getByRole("link", { name: queue.view.reversed }).click();
  await expect(page).toHaveURL(new RegExp(`view=reversed.*q=`));
  await page.getByRole("link", { name: queue.clear }).click();
  await expect(page.getByLabel(queue.search)).toBeHidden();
});

async function press(page: Page, key: string, leadsTo: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expect(page).toHaveURL(leadsTo);
}

async function backToQueue(page: Page): Promise<void> {
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: queue.title })).toBeVisible();
  await keysWork(page);
}

/** The button with the keys shows itself once the page listens to them. */
async function keysWork(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: TEXTS.en.common.keys.open })).toBeVisible();
}
