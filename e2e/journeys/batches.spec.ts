import { everybody, idsOf } from "../everybody";
import { expect, test } from "../fixtures";
import { demoSignIn, TEXTS } from "../people";

const { batches, desk } = TEXTS.en;

/** The rewards of one champion who joined for the tests: nobody else decides about them. */
const PLACE = "view=waiting&q=Noor";

test("all that fit a search are looked at, approved while one watches, taken back together, and refused without a script", async ({ page, product }) => {
  test.setTimeout(180_000);
  const visitors = await everybody(product);
  await idsOf(visitors);
  const { owner, approver } = visitors;
  await demoSignIn(page, "approver");
  await page.goto(`/desk/queue?${PLACE}`);

  await test.step("the effect comes first, and nothing is done by looking", async () => {
    await page.getByRole("button", { name: batches.prepare.approve }).click();
    await expect(page.getByRole("heading", { level: 1, name: batches.title.approve })).toBeVisible();
    await expect(page.getByText(desk.effect.title)).toBeVisible();
    await expect(page.getByRole("table").getByText(batches.outcome.open).first()).toBeVisible();
  });

  await test.step("the button starts it, and the page follows by itself to the end", async () => {
    await page.getByRole("button", { name: /^Approve (this one|these \d+)$/ }).click();
    await expect(page.getByText(/^Done on /)).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole("table").getByText(batches.outcome.approved).first()).toBeVisible();
  });

  await test.step("what was approved is taken back in one go", async () => {
    await page.getByRole("button", { name: batches.undo }).click();
    await expect(page.getByRole("heading", { level: 1, name: batches.title.undo })).toBeVisible();
    await expect(page.getByText(/^Done on /)).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole("table").getByText(batches.outcome.undone).first()).toBeVisible();
  });

  await test.step("without a script it is the same two forms; who did not look cannot start it, and a second press changes nothing", async () => {
    const prepared = await owner.post("/desk/batches", { act: "refuse", place: PLACE });
    const path = prepared.headers.get("location") ?? "";
    expect(await (await owner.get(path)).text()).toContain('name="clause"');
    const refusal = { clause: "4", note: "This did not count as a new recommendation." };
    expect((await owner.post(path, { clause: "4" })).status).toBe(422);
    expect((await approver.post(path, refusal)).status).toBe(403);
    for (const answer of await Promise.all([owner.post(path, refusal), owner.post(path, refusal)])) expect(answer.headers.get("location")).toBe(path);
    await expect.poll(async () => (await owner.get(path)).text(), { timeout: 45_000 }).toContain("Done on");
    expect((await owner.get("/desk/batches/bat_unknown")).status).toBe(404);
  });
});
