import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { demoSignIn, somebody, TEXTS } from "../people";
import { firstReward, friendPays, joinOpen, programThatGives } from "../thanks";

const { desk: desks, portal } = TEXTS.en;
const { appeal } = portal.reward;

test("whoever is refused asks for another look, and another person answers", async ({ page, browser, product }) => {
  test.setTimeout(180_000);
  const champion = somebody("Ada");
  const deskOf = async () => await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  const [owner, approver] = [await deskOf(), await deskOf()];
  const slug = await programThatGives(owner, "promotion_code");
  await joinOpen(page, product, slug, champion);
  await friendPays(browser, product, { code: champion.code, email: somebody("Vera").email });
  const id = await firstReward(page, owner, slug, champion.code);

  await test.step("the owner refuses it by a clause, with a sentence", async () => {
    await owner.goto(`/desk/rewards/${id}`);
    await owner.getByRole("link", { name: desks.decide.refuse }).click();
    await owner.getByRole("radio").first().check();
    await owner.getByLabel(desks.refuse.note).fill("She was a customer before.");
    await owner.getByRole("button", { name: /^Refuse and tell/ }).click();
    await expect(owner).toHaveURL(/\/desk\/queue(\?|$)/);
  });

  await test.step("the champion reads it and asks for another look, once", async () => {
    await page.goto(`/portal/${slug}/rewards/${id}`);
    await expect(page.getByText("She was a customer before.")).toBeVisible();
    await page.getByLabel(appeal.text).fill("She never bought here, please look again.");
    await page.getByRole("button", { name: appeal.send }).click();
    await expect(page.getByText(/^You asked us to look again/)).toBeVisible();
    await expect(page.getByRole("button", { name: appeal.send })).toHaveCount(0);
  });

  await test.step("whoever refused does not judge that", async () => {
    await owner.goto(`/desk/rewards/${id}`);
    await expect(owner.getByText(desks.reward.appealAnother)).toBeVisible();
    await expect(owner.getByRole("button", { name: desks.reward.appealSend })).toHaveCount(0);
    expect(await complaintsAbout(owner, "an appeal for a colleague")).toEqual([]);
  });

  await test.step("a colleague does, and the reward waits for a decision again", async () => {
    await demoSignIn(approver, "approver");
    await approver.goto(`/desk/rewards/${id}`);
    expect(await complaintsAbout(approver, "an appeal")).toEqual([]);
    await approver.getByRole("radio", { name: /^They are right/ }).check();
    await approver.getByLabel(desks.reward.appealAnswer).fill("You were right, and we are sorry for the wait.");
    await approver.getByRole("button", { name: desks.reward.appealSend }).click();
    await expect(approver.getByText(desks.reward.appealDone)).toBeVisible();
    await page.goto(`/portal/${slug}/rewards/${id}`);
    await expect(page.getByText(appeal.upheld, { exact: true })).toBeVisible();
    await expect(page.getByText("You were right, and we are sorry for the wait.")).toBeVisible();
  });
});
