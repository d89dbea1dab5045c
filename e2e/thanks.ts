import type { Browser, Page } from "playwright/test";
import type { RAILS } from "~/programs/program-rules";
import { expect } from "./fixtures";
import { mailsTo } from "./outside";
import { demoSignIn, goToPay, moveTime, payAtStripe, signInByMail, somebody, TEXTS } from "./people";
import type { Product } from "./product";

/** The way from a new program to a reward that a person approved, for whatever way it is given. */

const { settings, portal, share, desk: desks } = TEXTS.en;
const { program, terms } = settings;

/** As an owner: makes a program open to everybody that gives its rewards this way, and takes it live. @returns its slug */
export async function programThatGives(page: Page, rail: (typeof RAILS)[number]): Promise<string> {
  const slug = somebody("gives").code.toLowerCase();
  await demoSignIn(page, "owner");
  await page.goto("/desk/settings");
  await page.getByLabel(settings.index.slug).fill(slug);
  await page.getByRole("button", { name: settings.index.createButton }).click();
  await page.getByRole("link", { name: program.writeTerms }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await expect(page.getByText(terms.published.replace("{number}", "1"))).toBeVisible();
  await page.goto(`/desk/settings/program/${slug}`);
  await page.getByRole("radio", { name: program[rail] }).check();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText(program.published.replace("{number}", "2"))).toBeVisible();
  await page.getByRole("button", { name: program.toLive }).click();
  await expect(page.getByText(program.statusSaved.replace("{status}", settings.status.live))).toBeVisible();
  await page.getByRole("radio", { name: program.open }).check();
  await page.getByRole("button", { name: program.saveSetup, exact: true }).click();
  await expect(page.getByText(program.setupSaved)).toBeVisible();
  return slug;
}

/** Becomes a champion of an open program. */
export async function joinOpen(page: Page, product: Product, slug: string, champion: ReturnType<typeof somebody>): Promise<void> {
  await signInByMail(page, product, { ...champion, to: `/portal/${slug}/join`, language: "en" });
  await page.getByLabel(portal.join.name).fill(champion.firstName);
  await page.getByLabel(portal.join.codeLabel, { exact: true }).fill(champion.code);
  await page.getByLabel(portal.join.accept.replace("{number}", "1")).check();
  await page.getByRole("button", { name: portal.join.submit }).click();
  await expect(page).toHaveURL(`${product.url}/portal/${slug}?welcome`);
}

/** A friend follows the link, claims and pays. */
export async function friendPays(browser: Browser, product: Product, { code, email }: { code: string; email: string }): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB" });
  const friend = await context.newPage();
  await friend.goto(`${product.url}/r/${code}`);
  await friend.getByRole("button", { name: share.landing.claim }).click();
  await expect(friend).toHaveURL(`${product.shop}/`);
  await goToPay(friend, product, "hand-mill");
  await payAtStripe(friend, { email });
  await context.close();
}

/** Waits until the champion's first recommendation waits, and finds its reward at the desk. @returns the reward's id */
export async function firstReward(page: Page, desk: Page, slug: string, code: string): Promise<string> {
  const waiting = page.getByRole("article").filter({ hasText: portal.recommendation.status.pending });
  await expect
    .poll(
      async () => {
        await page.goto(`/portal/${slug}`);
        return waiting.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await desk.goto(`/desk/people?q=${code}`);
  await desk.getByRole("table").getByRole("link").first().click();
  const link = (await desk.locator("a[href^='/desk/rewards/']").first().getAttribute("href")) ?? "";
  return link.split("/").at(-1) ?? "";
}

/** The same, and has somebody at the desk approve it. @returns the reward's id */
export async function approveFirst(page: Page, desk: Page, slug: string, code: string): Promise<string> {
  const id = await firstReward(page, desk, slug, code);
  await desk.goto(`/desk/queue?view=waiting&reward=${id}`);
  const panel = desk.getByRole("complementary", { name: desks.queue.panel });
  await panel.getByRole("button", { name: desks.decide.approve, exact: true }).click();
  await expect(desk.getByText("One reward approved.")).toBeVisible();
  return id;
}

/** Moves time on by days until such a mail is there: what is due goes out at the next minute, and two mails a week are enough. */
export async function mailInTime(desk: Page, product: Product, to: string, subject: RegExp): Promise<void> {
  const subjects = async () => (await mailsTo(product, to)).map((mail) => mail.subject).join(" | ");
  await expect
    .poll(
      async () => {
        if (!subject.test(await subjects())) await moveTime(desk, product, "A day on");
        return subjects();
      },
      { timeout: 120_000, intervals: [2_000], message: `a mail to ${to}` },
    )
    .toMatch(subject);
}
