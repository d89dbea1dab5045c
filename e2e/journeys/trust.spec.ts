import { expect, test } from "../fixtures";
import { demoSignIn, TEXTS } from "../people";

const { trust, desk } = TEXTS.en;

test("an owner chooses how closely the program looks, what is advice and where friends may not come from", async ({ page }) => {
  await demoSignIn(page, "owner");
  await page.goto("/desk/settings/trust/makers");
  const hosts = page.getByLabel(trust.settings.hosts);
  const quick = page.getByRole("checkbox", { name: desk.rule.R8 });

  await test.step("a host that is none is refused, and what was chosen stays", async () => {
    await page.getByRole("radio", { name: trust.settings.strict }).check();
    await quick.check();
    await hosts.fill("https://www.coupons.example.com/deals\nnot a host!");
    await page.getByRole("button", { name: trust.settings.save }).click();
    await expect(page.getByText(trust.issue.host)).toBeVisible();
    await expect(page.getByRole("radio", { name: trust.settings.strict })).toBeChecked();
    await expect(quick).toBeChecked();
  });

  await test.step("saved, it is there the next time, hosts without what was around them", async () => {
    await hosts.fill("https://www.coupons.example.com/deals");
    await page.getByRole("button", { name: trust.settings.save }).click();
    await expect(page.getByText(trust.settings.saved)).toBeVisible();
    await page.goto("/desk/settings/trust/makers");
    await expect(page.getByRole("radio", { name: trust.settings.strict })).toBeChecked();
    await expect(quick).toBeChecked();
    await expect(hosts).toHaveValue("coupons.example.com");
  });

  await test.step("back to what it was", async () => {
    await page.getByRole("radio", { name: trust.settings.moderate }).check();
    await quick.uncheck();
    await hosts.fill("");
    await page.getByRole("button", { name: trust.settings.save }).click();
    await expect(page.getByText(trust.settings.saved)).toBeVisible();
    await expect(quick).not.toBeChecked();
  });
});

test("who judges sees both people, what others came to, and what a refusal as not genuine means", async ({ page }) => {
  await demoSignIn(page, "approver");
  await page.goto("/desk/queue");
  await page.getByRole("link", { name: desk.queue.openPage }).click();
  await expect(page.getByRole("heading", { name: trust.case.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: trust.case.friend, exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: trust.case.similar })).toBeVisible();
  await page.getByRole("link", { name: desk.decide.refuse }).first().click();
  await expect(page.getByRole("checkbox", { name: trust.refuse.notGenuine })).not.toBeChecked();
  await expect(page.getByText(trust.refuse.notGenuineHint)).toBeVisible();
});
