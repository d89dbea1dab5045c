import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { moveTime, somebody, TEXTS } from "../people";
import { joinOpen, programThatGives } from "../thanks";

const { promises, questions, whyNot } = TEXTS.en;

/** Has a person look into a recommendation that was not counted. */
async function askAPerson(page: Page, slug: string, note: string): Promise<void> {
  await page.goto(`/portal/${slug}/why-not`);
  await page.getByRole("radio", { name: whyNot.happenedOf.mouth }).check();
  await page.getByRole("button", { name: whyNot.look }).click();
  await page.locator("summary", { hasText: whyNot.person }).click();
  await page.getByLabel(whyNot.note).fill(note);
  await page.getByRole("button", { name: whyNot.send, exact: true }).click();
  await expect(page.getByText(whyNot.status.question_open, { exact: true }).first()).toBeVisible();
}

async function answer(desk: Page, name: string): Promise<void> {
  await desk.goto("/desk/questions");
  const card = desk.locator("section").filter({ hasText: name }).first();
  await card.getByRole("textbox").fill("I looked it up, and told the shop.");
  await card.getByRole("button", { name: questions.send }).click();
  await expect(desk.getByText(questions.done.replace("{name}", name))).toBeVisible();
}

test("the desk reads which hour was promised next, and which promises were kept", async ({ page, browser, product }) => {
  test.setTimeout(240_000);
  const desk = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await programThatGives(desk, "promotion_code");
  const [prompt, late] = [somebody("Pien"), somebody("Loes")];
  const row = (name: string) => desk.locator("#rows").getByRole("row").filter({ hasText: name });
  const ofQuestions = desk.getByRole("row").filter({ has: desk.getByRole("rowheader", { name: promises.kind.question }) }).getByRole("link");
  /** A promise counts in the month of its hour: days pass until that one is on the page. */
  const findRow = (name: string) =>
    expect
      .poll(async () => {
        await moveTime(desk, product, "A day on");
        await desk.goto("/desk/promises");
        for (const address of await ofQuestions.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
          await desk.goto(address);
          if ((await row(name).count()) > 0) return "found";
        }
        return "not yet";
      }, { timeout: 90_000 })
      .toBe("found");

  await test.step("an answer in time is a promise kept", async () => {
    await joinOpen(page, product, slug, prompt);
    await askAPerson(page, slug, "I told her at the baker's.");
    await answer(desk, prompt.firstName);
    await findRow(prompt.firstName);
    await expect(row(prompt.firstName)).toContainText(promises.state.kept);
  });

  await test.step("one that waits stands among what comes next, and is broken once its hour has passed", async () => {
    const other = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
    await joinOpen(other, product, slug, late);
    await askAPerson(other, slug, "I told him at the market.");
    const waits = desk.getByRole("table", { name: promises.next }).getByRole("row").filter({ hasText: late.firstName });
    await expect
      .poll(async () => {
        await moveTime(desk, product, "A day on");
        await desk.goto("/desk/promises");
        return waits.count();
      }, { timeout: 90_000 })
      .toBe(1);
    await desk.setViewportSize({ width: 390, height: 844 });
    expect(await complaintsAbout(desk, "the promises")).toEqual([]);
    await desk.setViewportSize({ width: 1280, height: 900 });
    for (let day = 0; day < 10; day++) await moveTime(desk, product, "A day on");
    await answer(desk, late.firstName);
    await other.context().close();
  });

  await test.step("answered afterwards, it stays broken", async () => {
    await findRow(late.firstName);
    await expect(row(late.firstName)).toContainText(promises.state.broken);
    await expect(row(late.firstName)).not.toContainText(promises.open);
  });
});
