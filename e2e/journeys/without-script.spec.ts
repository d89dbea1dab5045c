import { expect, test } from "../fixtures";
import { newestMail } from "../outside";
import { goToPay, payAtStripe, signInByMail, somebody, TEXTS } from "../people";
import { knownCustomer } from "../sessions";

const { site, portal, share, mail } = TEXTS.nl;

test.use({ javaScriptEnabled: false, locale: "nl-NL", viewport: { width: 390, height: 844 } });

test("without JavaScript: join, share, a friend who claims and pays, what became of it, and fewer mails", async ({ page, context, browser, product }) => {
  test.setTimeout(90_000);
  const me = somebody("Sien");
  const friend = somebody("Guus");
  await knownCustomer(product, me.email);
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  await test.step("joining: what does not fit comes back with what was typed, and a spelling that does", async () => {
    await page.goto("/p/friends");
    await page.getByRole("link", { name: site.program.join }).first().click();
    await signInByMail(page, product, { ...me, to: "/portal/friends/join", language: "nl" });
    await page.getByLabel(portal.join.name).fill(me.firstName);
    await page.getByLabel(portal.join.codeLabel, { exact: true }).fill(me.code.replace("-", " "));
    await button(portal.join.submit).click();
    await expect(page.getByText(portal.join.acceptFirst)).toBeVisible();
    await page.locator("summary", { hasText: /^Lees de \d+ artikelen$/ }).click();
    await page.getByRole("checkbox").check();
    await button(portal.join.submit).click();
    await expect(page.getByText(portal.join.code.characters)).toBeVisible();
    await expect(page.getByText(me.code, { exact: true })).toBeVisible();
    await expect(page.getByLabel(portal.join.name)).toHaveValue(me.firstName);
    await expect(page.getByRole("checkbox")).toBeChecked();
    await page.getByLabel(portal.join.codeLabel, { exact: true }).fill(me.code);
    await button(portal.join.submit).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hallo ${me.firstName}`);
  });

  await test.step("sharing: every channel is a link of ours that goes on with the words and the line that stays", async () => {
    await page.getByRole("main").getByRole("link", { name: portal.home.share, exact: true }).click();
    await expect(page.getByLabel(share.kit.link)).toHaveValue(`${product.url}/r/${me.code}`);
    await expect(page.getByRole("button", { name: share.kit.copy })).toHaveCount(0);
    const href = (await page.getByRole("link", { name: share.kit.whatsapp }).getAttribute("href")) ?? "";
    const pressed = await context.request.get(product.url + href, { maxRedirects: 0 });
    const target = new URL(pressed.headers().location ?? "");
    expect(target.host).toBe("wa.me");
    expect(target.searchParams.get("text")).toContain(`/r/${me.code}`);
    expect(target.searchParams.get("text")).toContain("Eerlijk is eerlijk");
    await page.goto("/portal/friends/links");
    await page.getByLabel(share.links.label).fill("Toonbank");
    await button(share.links.create).click();
    await expect(page.getByText(share.links.made.replace("{label}", "Toonbank"))).toBeVisible();
  });

  await test.step("a friend claims, shows one letter, and pays", async () => {
    const shop = await (await browser.newContext({ locale: "nl-NL", javaScriptEnabled: false })).newPage();
    await shop.goto(`${product.url}/r/${me.code}`);
    await shop.locator("summary").click();
    await shop.getByRole("checkbox").check();
    await shop.getByLabel(share.landing.initial).fill("G");
    await shop.getByRole("button", { name: share.landing.claim }).click();
    await expect(shop.getByText(me.code)).toBeVisible();
    await goToPay(shop, product, "hand-mill");
    await payAtStripe(shop, { email: friend.email });
    await shop.context().close();
  });

  await test.step("it stands on the home, with the letter and a date, in either language", async () => {
    const line = page.getByRole("article").filter({ hasText: portal.recommendation.status.pending });
    await expect
      .poll(async () => {
        await page.goto("/portal/friends");
        return line.count();
      }, { timeout: 30_000 })
      .toBe(1);
    await expect(line).toContainText("G., ");
    await button("English").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hello ${me.firstName}`);
    await button("Nederlands").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hallo ${me.firstName}`);
  });

  await test.step("mails of one kind stop at a button", async () => {
    const { headers } = await newestMail(product, me.email, /^Welkom/);
    await page.goto(/<([^>]+)>/.exec(headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "");
    await button(mail.stop.submit).click();
    await page.getByRole("link", { name: mail.stop.choose }).click();
    await expect(page.locator("input[name=wanted]:not(:checked)")).toHaveCount(1);
  });
});
