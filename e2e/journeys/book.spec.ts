import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { demoSignIn, TEXTS } from "../people";

const { book, desk } = TEXTS.en;

test("finance follows the money from a day's balances to the reward that caused a booking, by keyboard", async ({ page }) => {
  await demoSignIn(page, "finance");
  await page.goto("/desk/book");
  const balances = page.getByRole("table").first();

  await test.step("debits and credits of the whole book come to the same", async () => {
    const sums = balances.locator("tfoot td");
    expect(await sums.count()).toBeGreaterThan(0);
    const [debit, credit] = await sums.allInnerTexts();
    expect(debit).toBe(credit);
    expect(debit).toMatch(/[1-9]/);
  });

  await test.step("a day before anything was booked is empty, and the day stays in the address", async () => {
    const day = page.getByLabel(book.day, { exact: true });
    await day.fill("2019-12-31");
    await day.press("Enter");
    await expect(page.getByText(book.empty)).toBeVisible();
    await expect(page).toHaveURL(/day=2019-12-31/);
    await page.goBack();
    await expect(balances).toBeVisible();
  });

  await test.step("a kind of accounts, one of them, its newest booking, its cause", async () => {
    await balances.getByRole("link", { name: desk.account.champion_pending }).first().press("Enter");
    const accounts = page.locator("#accounts");
    await accounts.getByRole("link").first().press("Enter");
    await expect(page).toHaveURL(/\/desk\/book\/accounts\/acc_/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(desk.account.champion_pending);
    await page.locator("tbody th").getByRole("link").first().press("Enter");
    await expect(page).toHaveURL(/\/desk\/book\/transactions\/txn_/);
    await expect(page.locator("tbody tr")).toHaveCount(2);
    await page.getByRole("link", { name: book.reward, exact: true }).press("Enter");
    await expect(page).toHaveURL(/\/desk\/rewards\/rwd_/);
  });
});

test("each month goes on where the one before ended, and its file holds bookings that balance", async ({ page }) => {
  await demoSignIn(page, "finance");
  await page.goto("/desk/book/months");
  const rows = await page.locator("tbody tr").evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const [i, row] of rows.slice(0, -1).entries()) expect(row[1]).toBe(rows[i + 1]?.at(-1));

  await page.goto("/desk/book/export");
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", { name: book.download }).click();
  const file = await readFile(await (await arrives).path(), "utf8");
  const [header, ...lines] = file.replace(/^\uFEFF/, "").trim().split(/\r?\n/).map((line) => line.split(","));
  const column = (name: string) => header?.indexOf(name) ?? -1;
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const key = `${line[column("transaction")]} ${line[column("currency")]}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(line[column("amount_minor")] ?? ""));
  }
  expect(sums.size).toBeGreaterThan(0);
  expect([...sums.values()].filter((sum) => sum !== 0n)).toEqual([]);
});

test("the book fits a phone, and paper leaves out what nothing can press", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await demoSignIn(page, "finance");
  for (const path of ["/desk/book?kind=champion_payable", "/desk/book/months", "/desk/book/export"]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.emulateMedia({ media: "print" });
  await page.goto("/desk/book");
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.getByRole("button", { name: book.show })).toBeHidden();
  await expect(page.getByRole("navigation")).toHaveCount(0);
});
