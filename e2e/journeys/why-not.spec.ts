import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { newestMail } from "../outside";
import { demoSignIn, signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { apiVisitor, knownCustomer } from "../sessions";

type Language = keyof typeof TEXTS;

/** Becomes a champion of `friends`, also without script. */
async function join(page: Page, product: Product, me: ReturnType<typeof somebody>, language: Language): Promise<void> {
  const { portal } = TEXTS[language];
  await knownCustomer(product, me.email);
  await signInByMail(page, product, { ...me, to: "/portal/friends/join", language });
  await page.getByLabel(portal.join.name).fill(me.firstName);
  await page.getByLabel(portal.join.codeLabel, { exact: true }).fill(me.code);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: portal.join.submit, exact: true }).click();
  await expect(page).toHaveURL(/\/portal\/friends(\?|$)/);
}

/** A sale that nobody's link or code came with, told by the shop's server. @returns its number */
async function aQuietSale(product: Product, code: string): Promise<string> {
  const invoice = `QUIET-${code}`;
  const sale = { customerExternalId: `buyer-${code}`, amount: 8123, currency: "eur", invoiceId: invoice };
  const answer = await (await apiVisitor(product)).json("/api/v1/track/sale", sale);
  expect(await answer.json()).toMatchObject({ attributed: false, reasons: ["not_referred"] });
  return invoice;
}

test.describe("on a phone, without JavaScript, in Dutch", () => {
  test.use({ javaScriptEnabled: false, locale: "nl-NL", viewport: { width: 390, height: 844 } });

  test("a champion asks, a person decides by hand and answers, and the champion sees both", async ({ page, browser, product }) => {
    test.setTimeout(120_000);
    const { whyNot, portal } = TEXTS.nl;
    const me = somebody("Wies");
    await join(page, product, me, "nl");
    const invoice = await aQuietSale(product, me.code);

    await test.step("the page looks at their own links and codes, and says what it found", async () => {
      await page.goto("/portal/friends");
      await page.getByRole("link", { name: whyNot.open }).click();
      await page.getByRole("radio", { name: whyNot.happenedOf.mouth }).check();
      await page.getByRole("button", { name: whyNot.look }).click();
      await expect(page.getByText(whyNot.nothing)).toBeVisible();
      await expect(page.getByText(whyNot.by_mouth)).toBeVisible();
      await expect(page.getByText(whyNot.about)).toBeVisible();
    });

    await test.step("a note with somebody's address comes back kindly, and goes without it", async () => {
      await page.locator("summary", { hasText: whyNot.person }).click();
      const note = page.getByLabel(whyNot.note);
      await note.fill("Vraag het maar aan bea@mail.example zelf.");
      await page.getByRole("button", { name: whyNot.send, exact: true }).click();
      await expect(page.getByText(whyNot.noteAddress)).toBeVisible();
      await expect(note).toHaveValue(/Vraag het maar/);
      await note.fill("Ik vertelde het bij de bakker en ze bestelde meteen.");
      await page.getByRole("button", { name: whyNot.send, exact: true }).click();
      await expect(page.getByText(whyNot.status.question_open, { exact: true })).toBeVisible();
      await newestMail(product, me.email, /^Een mens zoekt het uit: antwoord uiterlijk /);
    });

    await test.step("the desk decides by hand, with the effect before the click, and answers", async () => {
      const staff = await (await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } })).newPage();
      const { conversions, questions } = TEXTS.en;
      await demoSignIn(staff, "approver");
      await staff.goto(`/desk/conversions?q=${invoice}`);
      await staff.getByRole("rowheader").getByRole("link").click();
      await expect(staff.getByText(conversions.one.nobody.replace(" {reason}", ""))).toBeVisible();
      await staff.getByRole("link", { name: conversions.one.byHand }).click();
      await staff.getByLabel(conversions.hand.who).fill(me.code);
      await staff.getByRole("search").getByRole("button").click();
      await staff.getByRole("link", { name: conversions.hand.choose.replace("{name}", me.firstName) }).click();
      await expect(staff.getByText(/grant .* €\s?10\.00/)).toBeVisible();
      await staff.getByLabel(conversions.hand.reason).fill("Told at the baker's, confirmed by the shop.");
      await staff.getByRole("button", { name: conversions.hand.submit.replace("{name}", me.firstName) }).click();
      await expect(staff.getByText(conversions.one.byHandDone)).toBeVisible();
      await expect(staff.getByText(conversions.one.hand.replace("{name}", me.firstName))).toBeVisible();

      await staff.goto("/desk/questions");
      const card = staff.locator("section").filter({ hasText: me.firstName });
      await expect(card).toContainText("bij de bakker");
      await card.getByRole("textbox").fill("Dank je. Ik heb het nagekeken, en deze telt voor jou.");
      await card.getByRole("button", { name: questions.send }).click();
      await expect(staff.getByText(questions.done.replace("{name}", me.firstName))).toBeVisible();
      await staff.context().close();
    });

    await test.step("the champion reads the answer and sees the recommendation, and nothing about the friend", async () => {
      await newestMail(product, me.email, /^Het antwoord op je vraag$/);
      await page.goto("/portal/friends/why-not?happened=mouth");
      await expect(page.getByText("deze telt voor jou")).toBeVisible();
      await expect(page.getByText(whyNot.status.answered, { exact: true })).toBeVisible();
      await page.goto("/portal/friends");
      const line = page.getByRole("article").first();
      await expect(line).toContainText(portal.recommendation.someone);
      await line.getByRole("link").click();
      await expect(page.getByText(portal.recommendation.check.by_hand)).toBeVisible();
      for (const path of ["/portal/friends", "/portal/friends/rewards", page.url(), "/portal/friends/why-not?happened=other", "/portal/account"]) {
        await page.goto(path);
        expect(await page.content(), path).not.toMatch(/QUIET-|buyer-|81,23|8123|bea@/);
      }
    });
  });
});

test.describe("by keyboard, in English", () => {
  test.use({ locale: "en-GB", viewport: { width: 1280, height: 900 } });

  test("a champion chooses what happened and reads the answer without a mouse", async ({ page, product }) => {
    const { whyNot } = TEXTS.en;
    await join(page, product, somebody("Tess"), "en");
    await page.goto("/portal/friends/why-not");
    await page.getByLabel(whyNot.day).focus();
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: whyNot.happenedOf.code })).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/why-not\?happened=code/);
    await expect(page.getByText(whyNot.no_code)).toBeVisible();
    const ask = page.locator("summary", { hasText: whyNot.person });
    await ask.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(whyNot.note)).toBeVisible();
  });
});
