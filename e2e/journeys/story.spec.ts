import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { mailsTo, newestMail, refundAtStripe, stripeEffects } from "../outside";
import { demoSignIn, goToPay, joinFriends, moveTime, payAtStripe, signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";

const { portal, share } = TEXTS.nl;
const desks = TEXTS.en.desk;

test.use({ locale: "nl-NL", viewport: { width: 390, height: 844 } });

test("from a customer's first share to the thanks on the bill, and back after a refund", async ({ page, browser, product }) => {
  test.setTimeout(180_000);
  const champion = somebody("Jet");
  const friend = somebody("Bo");

  await test.step("a customer joins", async () => {
    await goToPay(page, product, "guji-250g");
    await payAtStripe(page, { email: champion.email });
    await page.goto("/p/friends");
    await page.getByRole("link", { name: TEXTS.nl.site.program.join }).first().click();
    await signInByMail(page, product, { ...champion, to: "/portal/friends/join", language: "nl" });
    await joinFriends(page, { ...champion, language: "nl" });
    await expect(page.getByRole("heading", { name: `Hallo ${champion.firstName}` })).toBeVisible();
    await newestMail(product, champion.email, /^Welkom/);
  });

  await test.step("shares", async () => {
    await page.getByRole("main").getByRole("link", { name: portal.home.share, exact: true }).click();
    await expect(page.getByRole("heading", { name: share.kit.title, level: 1 })).toBeVisible();
    await expect(page.getByLabel(share.kit.code)).toHaveValue(champion.code);
    await expect(page.getByLabel(share.kit.link)).toHaveValue(`${product.url}/r/${champion.code}`);
    await expect(page.getByText(share.kit.locked)).toBeVisible();
  });

  await test.step("a friend without JavaScript claims and pays", async () => {
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const friends = await context.newPage();
    await friends.goto(`${product.url}/r/${champion.code}`);
    await expect(friends).toHaveURL(new RegExp(`/l/${champion.code}\\?c=`));
    await expect(friends.getByRole("heading", { level: 1 })).toContainText(champion.firstName);
    await expect(friends.getByText(`${champion.firstName} krijgt ook iets`)).toBeVisible();
    expect(await context.cookies(product.url)).toEqual([]);
    await friends.getByRole("button", { name: share.landing.claim }).click();
    await expect(friends).toHaveURL(`${product.shop}/`);
    await expect(friends.getByText(champion.code)).toBeVisible();
    await goToPay(friends, product, "hand-mill");
    await expect(friends.getByText("Korting")).toBeVisible();
    await payAtStripe(friends, { email: friend.email });
    await context.close();
  });

  await test.step("the champion sees it waiting, with a date", async () => {
    const line = page.getByRole("article").filter({ hasText: portal.recommendation.status.pending });
    await expect
      .poll(async () => {
        await page.goto("/portal/friends");
        return line.count();
      }, { timeout: 30_000 })
      .toBe(1);
    await expect(line).toContainText(/uiterlijk \w+ \d{1,2} \w+/);
    await newestMail(product, champion.email, /Je aanbeveling werkte/);
    const body = await page.locator("body").innerText();
    expect(body).not.toContain(friend.email);
  });

  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  await test.step("an approver sees the evidence and approves", async () => {
    await demoSignIn(desk, "approver");
    const reward = await findReward(desk, champion.code);
    await desk.goto(`/desk/queue?view=waiting&reward=${reward}`);
    const panel = desk.getByRole("complementary", { name: desks.queue.panel });
    await expect(panel).toContainText(champion.firstName);
    await expect(panel).toContainText(desks.reward.won);
    await panel.getByRole("button", { name: desks.decide.approve, exact: true }).click();
    await expect(desk.getByText("One reward approved.")).toBeVisible();
  });

  await test.step("after the hold it stands on the Stripe balance, once", async () => {
    const credits = () => creditsOf(product, champion.email);
    expect(await credits()).toHaveLength(0);
    await moveTime(desk, product, "A month on");
    await expect
      .poll(
        async () => {
          if ((await credits()).length === 0) await moveTime(desk, product, "A day on");
          return (await credits()).map(({ facts }) => `${facts.amount} ${facts.currency}`);
        },
        { timeout: 90_000 },
      )
      .toEqual(["-1000 eur"]);
    await newestMail(product, champion.email, /is van jou: het gaat van je volgende rekening af/);
    await page.goto("/portal/friends");
    await expect(page.getByRole("article").filter({ hasText: portal.recommendation.status.issued })).toHaveCount(1);
    await desk.goto(`/desk/rewards/${await findReward(desk, champion.code)}`);
    await expect(desk.getByRole("main")).toContainText(desks.account.stripe_credit_issued);
    await expect(desk.getByRole("main")).toContainText(desks.reward.state.confirmed);
    expect(await credits()).toHaveLength(1);
  });

  await test.step("a refund takes it back, and the champion is told", async () => {
    await refundAtStripe(product, friend.email);
    const reversed = page.getByRole("article").filter({ hasText: portal.recommendation.status.reversed });
    await expect
      .poll(
        async () => {
          await page.goto("/portal/friends");
          return reversed.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    // Two mails a week are enough: what comes after them waits until the week is over, and then comes in one.
    await expect
      .poll(
        async () => {
          const told = (await mailsTo(product, champion.email)).map(({ subject, text }) => `${subject}\n${text}`);
          if (!told.some((mail) => mail.includes("gaat terug"))) await moveTime(desk, product, "A day on");
          return told.join(" | ");
        },
        { timeout: 60_000 },
      )
      .toContain("gaat terug");
    // No bill has used the credit yet: it comes off again, and nothing is left to settle.
    await expect.poll(async () => (await creditsOf(product, champion.email)).map(({ facts }) => facts.amount), { timeout: 30_000 }).toEqual([-1000, 1000]);
  });

  await test.step("marketing reads it", async () => {
    await desk.context().clearCookies();
    await demoSignIn(desk, "marketer");
    await desk.goto("/marketing");
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(TEXTS.en.reports.title);
    const csv = await (await desk.request.get("/marketing.csv")).text();
    expect(csv).toContain(champion.firstName);
  });
});

/** The id of a champion's newest reward, found as the desk finds people: by code. */
async function findReward(desk: Page, code: string): Promise<string> {
  await desk.goto(`/desk/people?q=${code}`);
  await desk.getByRole("table").getByRole("link").first().click();
  const link = desk.locator("a[href^='/desk/rewards/']").first();
  return ((await link.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
}

/** What Stripe really wrote to a customer's balance for us. */
async function creditsOf(product: Product, email: string) {
  const effects = await stripeEffects(product);
  const customers = effects.filter(({ object, facts }) => object === "customer" && facts.email === email).map(({ objectId }) => objectId);
  return effects.filter(
    ({ object, effect, facts }) => object === "customer_balance_transaction" && effect === "created" && customers.includes(String(facts.customer)),
  );
}
