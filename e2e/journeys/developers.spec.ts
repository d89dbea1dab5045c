import { expect, test } from "../fixtures";

test("a developer finds an operation, tries it as it stands, and sees the answer", async ({ page }) => {
  await page.goto("/developers");
  await page.getByRole("link", { name: "See whose code it is, and whether it is good" }).click();
  const operation = page.locator("#validateCode");
  await operation.getByText("Try it here").click();
  await operation.getByRole("button", { name: "Run validateCode" }).click();
  await expect(operation.getByRole("status").filter({ hasText: '"valid": true' })).toBeVisible();
});

test("with another key the answer is the refusal a shop would get", async ({ page }) => {
  await page.goto("/developers");
  const operation = page.locator("#trackSale");
  await operation.getByText("Try it here").click();
  await operation.getByLabel("Key").fill("vouch_test_mine");
  await operation.getByRole("button", { name: "Run trackSale" }).click();
  await expect(operation.getByRole("status").filter({ hasText: "key_missing_or_unknown" })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an example runs too", async ({ page }) => {
    await page.goto("/developers");
    const operation = page.locator("#listPrograms");
    await operation.getByText("Try it here").click();
    await operation.getByRole("button", { name: "Run listPrograms" }).click();
    await expect(page.locator("#listPrograms").getByText('"nextCursor": null').last()).toBeVisible();
  });
});
