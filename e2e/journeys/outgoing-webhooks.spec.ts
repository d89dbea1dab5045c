import type { Page } from "playwright/test";
import { databaseOf } from "../database";
import { expect, test } from "../fixtures";
import { demoSignIn, moveTime, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { aCode, buyWithCode, demoVisitor } from "../sessions";

const { webhooks } = TEXTS.en;

interface Heard {
  id: string;
  type: string;
  about: string;
  times: number;
}

/** What the shop heard and could verify, newest first. */
async function heardBy({ shop }: Product): Promise<Heard[]> {
  return ((await (await fetch(`${shop}/_control/hooks`)).json()) as { events: Heard[] }).events;
}

/** Somebody buys with a champion's code. @returns the reward that waits now */
async function aWaitingReward(product: Product): Promise<{ id: string; version: number }> {
  const email = somebody("Hoor").email;
  const pool = databaseOf(product);
  const known = new Set((await pool.query<{ id: string }>("select id from reward")).rows.map(({ id }) => id));
  await buyWithCode(product, { email, sku: "hand-mill", code: await aCode(product) });
  let reward: { id: string; version: number } | undefined;
  await expect
    .poll(async () => {
      const { rows } = await pool.query<{ id: string; version: number }>("select id, version from reward where status = 'pending' order by created_at desc limit 5");
      reward = rows.find(({ id }) => !known.has(id));
      return reward !== undefined;
    }, { timeout: 60_000 })
    .toBe(true);
  await pool.end();
  return reward as { id: string; version: number };
}

/** Approves it, as the queue's form does. */
async function approve(product: Product, { id, version }: { id: string; version: number }): Promise<void> {
  const approver = await demoVisitor(product, "approver");
  const answer = await approver.post(`/desk/queue`, [["intent", "approve"], ["item", `${id}:${version}`]]);
  expect(answer.status).toBeLessThan(400);
}

/** Opens the page of the demo shop's endpoint. */
async function openEndpoint(page: Page): Promise<string> {
  await page.goto("/desk/settings/webhooks");
  await page.getByRole("link", { name: /\/hooks\/vouch$/ }).click();
  await expect(page.getByRole("heading", { name: webhooks.status.title })).toBeVisible();
  return page.url();
}

/** Opens or closes the shop for events, as its page does. */
const setOpen = (page: Page, product: Product, open: boolean) =>
  page.goto(`${product.shop}/hooks`).then(() => page.locator(`button[name=open][value=${open ? "yes" : "no"}]`).click());

const approvedAt = (reward: { id: string }, product: Product) => async () =>
  (await heardBy(product)).filter(({ type, about }) => type === "reward.approved" && about === reward.id).map(({ times }) => times);

test("an approval reaches the shop signed; while it is closed the event waits, and then arrives once under its id", async ({ page, product }) => {
  test.setTimeout(180_000);
  await demoSignIn(page, "owner");
  const endpoint = await openEndpoint(page);
  const reward = await aWaitingReward(product);
  await approve(product, reward);
  await expect.poll(approvedAt(reward, product), { timeout: 20_000 }).toEqual([1]);
  await page.goto(`${product.shop}/hooks`);
  await expect(page.getByRole("listitem").filter({ hasText: reward.id }).filter({ hasText: "reward.approved" })).toContainText("checked");

  const missed = await aWaitingReward(product);
  await test.step("closed: two attempts fail, and the desk says so", async () => {
    await setOpen(page, product, false);
    await approve(product, missed);
    const pool = databaseOf(product);
    const attempts = async () =>
      (
        await pool.query<{ attempts: number }>(
          "select attempts from webhook_delivery d join webhook_event e on e.id = d.event_id where e.type = 'reward.approved' and e.cause_id = $1",
          [missed.id],
        )
      ).rows[0]?.attempts ?? 0;
    await expect.poll(attempts, { timeout: 40_000 }).toBeGreaterThan(1);
    await pool.end();
    await page.goto(`${endpoint}?status=waiting`);
    await expect(page.getByText(webhooks.state.failing, { exact: true })).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: "reward.approved" }).first();
    await expect(row).toContainText("status 503");
    expect(await approvedAt(missed, product)()).toEqual([]);
  });

  await test.step("open again: it arrives once", async () => {
    await setOpen(page, product, true);
    await moveTime(page, product, "A day on");
    await expect.poll(approvedAt(missed, product), { timeout: 40_000 }).toEqual([1]);
    await expect
      .poll(async () => {
        await page.goto(endpoint);
        return page.getByText(webhooks.state.on, { exact: true }).count();
      }, { timeout: 20_000 })
      .toBe(1);
  });

  await test.step("sent again by button, by keyboard: the same id, done once", async () => {
    const pool = databaseOf(product);
    const { rows } = await pool.query<{ id: string }>(
      "select d.id from webhook_delivery d join webhook_event e on e.id = d.event_id where e.type = 'reward.approved' and e.cause_id = $1",
      [missed.id],
    );
    await pool.end();
    await page.goto(`${endpoint}/deliveries/${rows[0]?.id}`);
    await expect(page.getByText(missed.id)).toBeVisible();
    await page.getByRole("button", { name: webhooks.one.again, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(webhooks.one.againDone)).toBeVisible();
    await expect.poll(approvedAt(missed, product), { timeout: 20_000 }).toEqual([2]);
  });
});

test("a new secret: for a day both count, and the shop takes the new one in its own time", async ({ page, product }) => {
  test.setTimeout(120_000);
  await demoSignIn(page, "owner");
  const endpoint = await openEndpoint(page);
  await page.getByRole("button", { name: webhooks.secret.rotate }).click();
  const secret = await page.getByLabel(webhooks.secret.once).inputValue();
  expect(secret).toMatch(/^whsec_/);
  await page.goto(endpoint);
  await expect(page.getByText(secret)).toHaveCount(0);

  const sample = async (type: string) => {
    await page.goto(endpoint);
    await page.getByLabel(webhooks.test.type).selectOption(type);
    await page.getByRole("button", { name: webhooks.test.send }).click();
    await expect(page).toHaveURL(/\/deliveries\/whd_/);
    // The list behind knows samples too: its page has to be gone.
    const attempt = page.getByRole("listitem").filter({ hasText: "Attempt 1" });
    await expect(attempt).toBeVisible();
    await expect(page.getByText(webhooks.log.sample, { exact: true })).toBeVisible();
    return attempt.innerText();
  };
  expect(await sample("reward.reversed")).toContain("status 204");
  await page.goto(`${product.shop}/hooks`);
  await page.locator("#secret").fill("nonsense");
  await page.getByRole("button", { name: "Keep the secret" }).click();
  await expect(page.locator("#secret-hint")).toContainText("This is no secret");
  await page.locator("#secret").fill(secret);
  await page.getByRole("button", { name: "Keep the secret" }).click();
  await expect(page).toHaveURL(`${product.shop}/hooks`);
  expect(await sample("reward.restored")).toContain("status 204");
});

test("an owner adds an endpoint, is told what cannot be one, switches it off and takes it away", async ({ page }) => {
  await demoSignIn(page, "owner");
  const add = async (url: string) => {
    await page.goto("/desk/settings/webhooks");
    await page.getByLabel(webhooks.url).fill(url);
    await page.getByRole("button", { name: webhooks.addButton }).click();
  };
  for (const [url, why] of [
    ["https://192.168.1.1/hooks", webhooks.refused.notPublic],
    ["http://shop.example.com/hooks", webhooks.refused.notHttps],
    ["https://me:secret@shop.example.com/", webhooks.refused.credentials],
    ["my shop", webhooks.refused.notAnAddress],
  ] as const) {
    await add(url);
    await expect(page.getByText(why)).toBeVisible();
    await expect(page.getByLabel(webhooks.url)).toHaveValue(url);
  }
  const url = `https://${somebody("hook").code.toLowerCase()}.example.com/hooks`;
  await add(url);
  await expect(page.getByLabel(webhooks.secret.once)).toHaveValue(/^whsec_.{40,}/);
  await page.getByRole("link", { name: url }).click();
  await page.getByRole("button", { name: webhooks.status.switchOff }).click();
  await expect(page.getByText(webhooks.state.off, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: webhooks.replay.send }).click();
  await expect(page.getByText(webhooks.refused.off)).toBeVisible();
  await page.getByRole("button", { name: webhooks.remove.button }).click();
  await expect(page.getByText(webhooks.remove.notSure)).toBeVisible();
  await page.getByLabel(webhooks.remove.sure).check();
  await page.getByRole("button", { name: webhooks.remove.button }).click();
  await expect(page.getByText(webhooks.remove.done)).toBeVisible();
  await expect(page.getByRole("link", { name: url })).toHaveCount(0);
});

test.describe("in Dutch, on a phone, without script", () => {
  test.use({ javaScriptEnabled: false, locale: "nl-NL", viewport: { width: 390, height: 844 } });

  test("a period is sent again", async ({ page, product }) => {
    const texts = TEXTS.nl.webhooks;
    const known = (await heardBy(product)).length;
    await demoSignIn(page, "owner");
    await page.goto("/desk/settings/webhooks");
    await page.getByRole("link", { name: /\/hooks\/vouch$/ }).click();
    await page.getByLabel(texts.test.type).selectOption("reward.expired");
    await page.getByRole("button", { name: texts.test.send }).click();
    await expect(page.getByText(texts.log.sample, { exact: true })).toBeVisible();
    await page.getByRole("link", { name: texts.backToOne }).click();
    await page.getByRole("button", { name: texts.replay.send }).click();
    await expect(page.getByRole("status").filter({ hasText: /onderweg|geen gebeurtenis/ })).toBeVisible();
    expect((await heardBy(product)).length).toBeGreaterThan(known);
  });
});
