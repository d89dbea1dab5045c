import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { mailsTo } from "../outside";
import { somebody, TEXTS } from "../people";
import { firstReward, friendPays, joinOpen, programThatGives } from "../thanks";

const { ask, desk: desks, inquiry, reasons, whyNot } = TEXTS.en;

test("a person asks the champion one thing about a reward, and reads the answer in the case", async ({ page, browser, product }) => {
  test.setTimeout(180_000);
  const champion = somebody("Ida");
  const owner = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const slug = await programThatGives(owner, "promotion_code");
  await joinOpen(page, product, slug, champion);
  await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
  const id = await firstReward(page, owner, slug, champion.code);

  await test.step("from the queue, in words that hold an address: refused, and what was typed stays", async () => {
    await owner.goto(`/desk/queue?view=waiting&reward=${id}`);
    await owner.getByRole("complementary", { name: desks.queue.panel }).getByRole("link", { name: ask.title }).click();
    expect(await complaintsAbout(owner, "asking a champion")).toEqual([]);
    await owner.getByText(ask.own, { exact: true }).click();
    await owner.getByLabel(ask.ownField).fill("Do you know vera@people.example?");
    await owner.getByRole("button", { name: ask.send }).click();
    await expect(owner.getByText(ask.issue.address)).toBeVisible();
    await expect(owner.getByLabel(ask.ownField)).toHaveValue("Do you know vera@people.example?");
  });

  await test.step("one tap asks a ready question", async () => {
    await owner.goto(`/desk/rewards/${id}`);
    await owner.getByRole("button", { name: ask.readyLabel.replace("{question}", ask.question.sharing) }).click();
    await expect(owner.getByText(/^Asked\./)).toBeVisible();
    await expect(owner.getByText(reasons.staff.question_open).first()).toBeVisible();
    expect(await complaintsAbout(owner, "a case with a question")).toEqual([]);
  });

  const path = `/portal/${slug}/rewards/${id}/question`;
  await test.step("the champion has a mail with the question and its address, and a note on the portal", async () => {
    await expect.poll(async () => (await mailsTo(product, champion.email)).some(({ text }) => text.includes(ask.question.sharing) && text.includes(path)), { timeout: 30_000 }).toBe(true);
    await page.goto(`/portal/${slug}`);
    await page.getByRole("link", { name: inquiry.open }).click();
    await expect(page).toHaveURL(product.url + path);
    await expect(page.getByText(ask.question.sharing)).toBeVisible();
    await expect(page.getByText(inquiry.answerHint)).toBeVisible();
    expect(await complaintsAbout(page, "a question")).toEqual([]);
  });

  await test.step("an answer with an address is kindly refused, one in their own words is taken, once", async () => {
    await page.getByLabel(inquiry.answer, { exact: true }).fill("Ask vera@people.example, she knows.");
    await page.getByRole("button", { name: inquiry.send }).click();
    await expect(page.getByText(whyNot.noteAddress)).toBeVisible();
    await page.getByLabel(inquiry.answer, { exact: true }).fill("In the app group of our street, where many like coffee.");
    await page.getByRole("button", { name: inquiry.send }).click();
    await expect(page.getByText(/^Thank you\. A person reads it/)).toBeVisible();
    await expect(page.getByRole("button", { name: inquiry.send })).toHaveCount(0);
    await page.goto(`/portal/${slug}`);
    await expect(page.getByRole("link", { name: inquiry.open })).toHaveCount(0);
  });

  await test.step("the answer stands in the case, and the reward can be decided", async () => {
    await owner.goto(`/desk/rewards/${id}`);
    await expect(owner.locator("#ask").getByText("In the app group of our street, where many like coffee.")).toBeVisible();
    await expect(owner.getByText(reasons.staff.question_answered).first()).toBeVisible();
    await owner.getByRole("button", { name: desks.decide.approve, exact: true }).click();
    await expect(owner).toHaveURL(/\/desk\/queue(\?|$)/);
    await page.goto(path);
    await expect(page.getByText("In the app group of our street, where many like coffee.")).toBeVisible();
  });
});
