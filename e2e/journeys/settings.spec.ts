import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { hydrated } from "../hydrated";
import { newestMail } from "../outside";
import { demoSignIn, signInByMail, somebody, TEXTS } from "../people";

const { settings, integration, site, portal, errors } = TEXTS.en;
const { program, terms, company, issue } = settings;
const { staff, keys, setUp } = TEXTS.en.signIn;

test.beforeEach(({ page }) => demoSignIn(page, "owner"));

test("an owner writes a program and its terms, takes it live and changes both; what was accepted stays", async ({ page, browser, product }) => {
  test.setTimeout(120_000);
  const slug = somebody("prog").code.toLowerCase();
  const champion = somebody("Lot");

  await test.step("a draft, its terms, and live", async () => {
    await page.goto("/desk/settings");
    await page.getByLabel(settings.index.slug).fill(slug);
    await page.getByRole("button", { name: settings.index.createButton }).click();
    await page.getByRole("link", { name: program.writeTerms }).click();
    await publish(page, "terms", 1);
    await page.getByRole("link", { name: settings.index.rules }).click();
    await page.getByRole("button", { name: program.toLive }).click();
    await expect(page.getByText(program.statusSaved.replace("{status}", settings.status.live))).toBeVisible();
    await page.getByRole("radio", { name: program.open }).check();
    await page.getByRole("button", { name: program.saveSetup, exact: true }).click();
    await expect(page.getByText(program.setupSaved)).toBeVisible();
  });

  const visitor = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  await test.step("somebody joins under version 1", async () => {
    await signInByMail(visitor, product, { ...champion, to: `/portal/${slug}/join`, language: "en" });
    await visitor.getByLabel(portal.join.name).fill(champion.firstName);
    await visitor.getByLabel(portal.join.codeLabel, { exact: true }).fill(champion.code);
    await visitor.getByLabel(portal.join.accept.replace("{number}", "1")).check();
    await visitor.getByRole("button", { name: portal.join.submit }).click();
    await expect(visitor).toHaveURL(`${product.url}/portal/${slug}?welcome`);
  });

  const value = (of: string) => page.getByRole("group", { name: of }).getByLabel(program.value);
  await test.step("a friend's offer above the champion's own is refused with the figures, and keeps what was typed", async () => {
    await page.goto(`/desk/settings/program/${slug}`);
    await hydrated(page);
    await page.getByLabel("Title, English").fill("Tell a neighbour");
    await page.getByLabel("Title, Dutch").fill("Vertel het je buren");
    await value(program.friendOffer).fill("12.50");
    await expect(page.getByText(program.parityFails)).toBeVisible();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("On an order of €80.00 the friend's offer is worth €12.50 and the champion's own €10.00.");
    await expect(value(program.friendOffer)).toHaveValue("12.50");
    await expect(page.getByLabel("Title, Dutch")).toHaveValue("Vertel het je buren");
  });

  await test.step("with equal offers the example follows and version 2 is published, in both languages", async () => {
    await value(program.ownOffer).fill("12.50");
    await expect(page.getByText(program.parityHolds)).toBeVisible();
    await expect(page.getByText("Your friend buys for €80.00 and pays €67.50.")).toBeVisible();
    await publish(page, "program", 2);
    await visitor.goto(`/p/${slug}`);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Tell a neighbour");
    await visitor.getByRole("button", { name: "Nederlands" }).click();
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Vertel het je buren");
    await expect(visitor.getByText("€ 12,50").first()).toBeVisible();
  });

  await test.step("new terms count for newcomers; version 1 can still be read and stays the champion's", async () => {
    await page.goto(`/desk/settings/terms/${slug}`);
    const title = page.getByLabel("Title, English").first();
    const old = await title.inputValue();
    await title.fill("What we thank you for");
    await page.getByRole("button", { name: terms.preview }).click();
    await expect(page.getByText("Clause 1, “What we thank you for”, reads differently in English.")).toBeVisible();
    await publish(page, "terms", 2);
    await page.goto(`/p/${slug}/terms`);
    await expect(page.getByText(site.terms.current)).toBeVisible();
    await expect(page.getByRole("heading", { name: "What we thank you for" })).toBeVisible();
    await page.getByRole("link", { name: "Version 1" }).click();
    await expect(page.getByRole("heading", { name: old })).toBeVisible();
    await page.goto(`/desk/people?q=${champion.code}`);
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page.getByText(/Accepted the terms, version 1/)).toBeVisible();
  });

  await test.step("ended, it leaves the other programs alone", async () => {
    await page.goto(`/desk/settings/program/${slug}`);
    await page.locator("summary", { hasText: program.endTitle }).click();
    await page.getByRole("button", { name: program.toEnded }).click();
    await expect(page.getByText(program.standingEnded)).toBeVisible();
    await visitor.context().close();
  });
});

test("an owner adds a colleague for the books, who reads the queue and decides nothing", async ({ page, browser, product }) => {
  const colleague = somebody("Fem");
  await page.goto("/desk/settings/staff");
  const form = page.locator("form", { has: page.getByLabel(staff.addEmail) });
  await form.getByLabel(staff.addEmail).fill(colleague.email);
  await form.getByLabel(staff.addName).fill(colleague.firstName);
  await form.getByRole("button", { name: staff.addSubmit }).click();
  await expect(form.getByText(staff.noRole)).toBeVisible();
  await expect(form.getByLabel(staff.addEmail)).toHaveValue(colleague.email);
  await form.getByRole("checkbox", { name: staff.roles.finance }).check();
  await form.getByRole("button", { name: staff.addSubmit }).click();
  await expect(page.getByText(staff.done.added.replace("{name}", colleague.firstName))).toBeVisible();

  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  await signInByMail(desk, product, { ...colleague, to: "/desk/queue", language: "en", at: "/desk/sign-in" });
  await desk.getByRole("link", { name: setUp.skip }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(TEXTS.en.desk.queue.title);
  await expect(desk.getByRole("main").getByRole("checkbox")).toHaveCount(0);
  await expect(desk.getByRole("main").getByRole("button", { name: TEXTS.en.desk.decide.approve })).toHaveCount(0);
  for (const closed of ["/desk/applications", "/desk/settings/staff"]) {
    await desk.goto(closed);
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(errors.page.forbidden.title);
  }

  // Taken away, it counts from the next click on.
  await page.locator("section", { hasText: colleague.email }).locator("summary").click();
  await page.getByRole("button", { name: staff.disableNamed.replace("{name}", colleague.firstName) }).click();
  await expect(page.getByText(staff.done.disabled.replace("{name}", colleague.firstName))).toBeVisible();
  await desk.goto("/desk/queue");
  await expect(desk).toHaveURL(/\/desk\/sign-in/);
  await desk.context().close();
});

test("an accent nobody can read is refused with a better one, and a test mail shows the looks", async ({ page, product }) => {
  await page.goto("/desk/settings/company");
  const accent = page.getByLabel(company.accent, { exact: true });
  await accent.fill("#f2c94c");
  await page.getByRole("button", { name: company.save }).click();
  await expect(page.getByText(new RegExp(issue.accentTooPale.replace("{suggestion}", "#[0-9a-f]{6}")))).toBeVisible();
  await expect(accent).toHaveValue("#f2c94c");

  await page.getByRole("button", { name: company.testButton }).click();
  await expect(page.getByText(company.testSent)).toBeVisible();
  const { html } = await newestMail(product, "olga@demo.example", /test mail/);
  expect(html).toContain("#b8432b");
});

test("an API key is shown once, works, and stops working when it is taken back", async ({ page, product }) => {
  const { firstName: name } = somebody("shop");
  await page.goto("/desk/settings/keys");
  await page.locator("summary", { hasText: keys.create }).click();
  await page.getByLabel(keys.name).fill(name);
  await page.getByRole("button", { name: keys.create }).click();
  await expect(page.getByLabel(keys.madeLabel)).toBeInViewport();
  const key = await page.getByLabel(keys.madeLabel).inputValue();
  const ask = async () => (await fetch(`${product.url}/api/v1/track/sale`, { method: "POST", headers: { Authorization: `Bearer ${key}` } })).status;
  expect(await ask()).toBe(415);
  await page.reload();
  const kept = page.getByRole("article", { name });
  await expect(kept).toBeVisible();
  expect(await page.content()).not.toContain(key);
  // One tap more than a slip of the finger.
  await kept.locator("summary").click();
  await page.getByRole("button", { name: keys.revokeNamed.replace("{name}", name) }).click();
  await expect(kept).toContainText("Taken back");
  expect(await ask()).toBe(401);
});

test("the integration page tells what was last heard, and makes and checks both endpoints", async ({ page }) => {
  const { connection, stripe, mail } = integration;
  await page.goto("/desk/settings/integration");
  const cards = [
    { card: page.locator("section", { hasText: mail.createHint }), make: mail.mendEndpoint, made: mail.made },
    { card: page.locator("section", { hasText: stripe.createHint }), make: stripe.recreate, made: stripe.made },
  ];
  for (const { card, make, made } of cards) {
    await card.getByRole("button", { name: make }).click();
    await expect(card.getByText(made)).toBeVisible();
    await card.getByRole("button", { name: connection.check }).click();
    await expect(card.getByText(connection.fine)).toBeVisible();
    await expect(card.getByText(connection.connected, { exact: true })).toBeVisible();
    await expect(card.locator("dl")).not.toContainText(integration.never);
  }
});

/** Publishes and waits for the word that it is done. */
async function publish(page: Page, what: "program" | "terms", number: number): Promise<void> {
  await page.getByRole("button", { name: `Publish version ${number}` }).click();
  await expect(page.getByText(settings[what].published.replace("{number}", String(number)))).toBeVisible();
}
