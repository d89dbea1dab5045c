import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, test as plain, type Browser, type BrowserContext, type Page } from "playwright/test";
import type pg from "pg";
import { databaseOf } from "../database";
import { expect } from "../fixtures";
import { newestMail, signInCode, signInCodes } from "../outside";
import { demoSignIn, goToPay, payAtStripe, signInByMail, somebody, TEXTS } from "../people";
import { productAt, startProduct, type Product } from "../product";

/**
 * A recommendation on its way from a friend's tap to a payment, under what browsers do to it. Portal and shop stand on two
 * hosts of one domain; Chromium leads names under localhost to this machine, so a product of its own is started so.
 */
const { share, cookie, settings, signIn } = TEXTS.en;
const PORT = 4500;

let product: Product;
let portal: string;
let pool: pg.Pool;
let code: string;

plain.describe.configure({ mode: "serial" });

plain.beforeAll(async ({ browser }) => {
  plain.setTimeout(500_000);
  const running = Number(process.env.VOUCH_E2E_PORT ?? 0);
  const port = running || PORT;
  portal = `http://champions.vouch.localhost:${port}`;
  const shop = `http://shop.vouch.localhost:${port + 3}`;
  product = running ? productAt(running, process.env.DATA_DIR ?? ".data", async () => {}) : await startedAt(portal);
  product = { ...product, shop };
  pool = databaseOf(product);
  const desk = await (await contextOf(browser)).newPage();
  await demoSignIn(desk, "owner");
  await desk.goto("/desk/settings/company");
  await desk.getByLabel(settings.company.shopUrl).fill(`${shop}/`);
  await desk.getByLabel(settings.company.allowedHosts).fill(new URL(shop).host);
  await desk.getByLabel(cookie.domain.label).fill("vouch.localhost");
  await desk.getByRole("button", { name: settings.company.save }).click();
  await expect(desk.getByText(settings.saved)).toBeVisible();
  const { rows } = await pool.query<{ key: string }>(
    `select c.key from referral_code c join link l on l.id = c.link_id join champion ch on ch.id = l.champion_id
       join program p on p.id = l.program_id where p.slug = 'friends' and ch.status = 'active' and c.is_current and l.is_main limit 1`,
  );
  code = rows[0]?.key ?? "";
});

plain.afterAll(async () => {
  await pool.end();
  await product.stop();
});

async function startedAt(url: string): Promise<Product> {
  const folder = process.env.VOUCH_E2E_FOLDER ?? mkdtempSync(join(tmpdir(), "vouch-carry-"));
  execFileSync("cp", ["-a", join(folder, "template"), join(folder, "carry")]);
  return startProduct(join(folder, "carry"), PORT, { APP_URL: url });
}

const contextOf = (browser: Browser, options = {}) => browser.newContext({ locale: "en-GB", baseURL: portal, ...options });
const referralCookies = async (context: BrowserContext) => (await context.cookies()).filter(({ name }) => name.endsWith("vouch_ref"));

/** Follows the link and takes the offer. @returns the token the address carried to the shop */
async function claim(page: Page): Promise<string> {
  await page.goto(`/r/${code}`);
  const arrival = page.waitForRequest((request) => request.url().startsWith(product.shop) && request.url().includes("vouch="));
  await page.getByRole("button", { name: share.landing.claim }).click();
  const token = new URL((await arrival).url()).searchParams.get("vouch") ?? "";
  await expect(page).toHaveURL(`${product.shop}/`);
  return token;
}

/** Whether the newest purchase is somebody's recommendation, once it is decided. */
async function expectAttributed(since: Date, attributed = true): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await pool.query<{ won: boolean }>(
          `select c.champion_id is not null as won from purchase p join conversion c on c.purchase_id = p.id
            where p.recorded_at > $1 order by p.recorded_at desc limit 1`,
          [since],
        );
        return rows[0]?.won ?? null;
      },
      { timeout: 30_000 },
    )
    .toBe(attributed);
}

const now = async () => (await pool.query<{ at: Date }>("select app_now() as at")).rows[0]?.at ?? new Date(0);

plain("across subdomains, without any script: the shop's server reads the list that the portal's server set, and no other cookie is there", async ({ browser }) => {
  const context = await contextOf(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/r/${code}`);
  expect(await context.cookies()).toEqual([]);
  const since = await now();
  await claim(page);
  const onPortal = (await context.cookies()).filter(({ domain }) => domain !== "shop.vouch.localhost");
  expect(onPortal).toEqual([expect.objectContaining({ name: "__Secure-vouch_ref", domain: ".vouch.localhost", httpOnly: true, secure: true, sameSite: "Lax" })]);
  // The shop forgets what it kept itself: the shared cookie is enough.
  await context.clearCookies({ name: "recommendation" });
  await goToPay(page, product, "hand-mill");
  await payAtStripe(page, { email: somebody("Sub").email });
  await expectAttributed(since);
  await context.close();
});

plain("a private window knows nothing of another, and a browser forgets when it is told to", async ({ browser }) => {
  const [first, second] = [await contextOf(browser), await contextOf(browser)];
  const page = await first.newPage();
  await claim(page);
  const other = await second.newPage();
  await other.goto(`/l/${code}`);
  await expect(other.getByText(cookie.landing.kept)).toHaveCount(0);
  await page.goto(`/l/${code}`);
  await page.getByRole("button", { name: cookie.landing.forget }).click();
  await expect(page.getByText(cookie.landing.kept)).toHaveCount(0);
  expect(await referralCookies(first)).toEqual([]);
  await first.close();
  await second.close();
});

plain("with every cookie blocked the address carries the token, and the code is enough to pay with", async () => {
  const profile = mkdtempSync(join(tmpdir(), "vouch-no-cookies-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  const { launchOptions } = plain.info().project.use;
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, locale: "en-GB", baseURL: portal });
  const page = await context.newPage();
  const since = await now();
  const token = await claim(page);
  expect(token).toMatch(/^[\w-]{100,200}$/);
  expect(await context.cookies()).toEqual([]);
  await page.locator('button[name=sku][value="monthly-1kg"]').click();
  await payAtStripe(page, { email: somebody("Nocookie").email, code });
  await expectAttributed(since);
  await context.close();
});

plain("Safari's limits: nothing hangs on a script, and signing in elsewhere loses nothing when the cookie goes meanwhile", async ({ browser }) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  const since = await now();
  await claim(page);
  // What scripts may write is cut after a day where the address carried a token: there must be nothing of the kind.
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
  expect((await context.cookies()).filter(({ httpOnly }) => !httpOnly)).toEqual([]);
  const email = somebody("Pass").email;
  // The provider's site and the way back to it know the shop by its plain name.
  await page.goto(product.shop.replace("shop.vouch.localhost", "localhost") + `/?code=${code}`);
  await page.goto(product.shop.replace("shop.vouch.localhost", "localhost") + "/account");
  await page.locator("form[action='/account/pass'] button").click();
  await expect(page).toHaveURL(/127\.0\.0\.1.*\/pass\?state=/);
  expect(page.url()).not.toContain(code);
  await context.clearCookies({ name: "recommendation" });
  await page.locator("#email").fill(email);
  await page.locator("form[action='/pass'] button").click();
  await expect(page).toHaveURL(/\/basket$/);
  await page.goto(new URL("/", page.url()).href);
  await expect(page.getByText(code)).toBeVisible();
  await page.locator('button[name=sku][value="hand-mill"]').click();
  await page.locator("form[action='/checkout'] button").click();
  await payAtStripe(page, {});
  await expectAttributed(since);
  await context.close();
});

plain("what a friend claimed comes along when they sign in, and the browser lets go after the purchase", async ({ browser }) => {
  const context = await contextOf(browser);
  const page = await context.newPage();
  const { email } = somebody("Login");
  await claim(page);
  await signInByMail(page, product, { email, to: "/portal", language: "en" });
  expect(await referralCookies(context)).toHaveLength(1);
  const since = await now();
  const elsewhere = await contextOf(browser);
  const shop = await elsewhere.newPage();
  await goToPay(shop, product, "hand-mill");
  await payAtStripe(shop, { email });
  await expectAttributed(since);
  await page.goto("/portal/account");
  expect(await referralCookies(context)).toEqual([]);
  await context.close();
  await elsewhere.close();
});

plain("it comes along to the device where the mailed link is opened, however little that one knows", async ({ browser }) => {
  const [phone, laptop] = [await contextOf(browser), await contextOf(browser)];
  const asking = await phone.newPage();
  const { email } = somebody("Link");
  await claim(asking);
  await asking.goto("/sign-in");
  await asking.getByLabel(signIn.email.label).fill(email);
  await asking.getByRole("button", { name: signIn.email.send }).click();
  const { text } = await newestMail(product, email, /\d{4}/);
  const opened = await laptop.newPage();
  await opened.goto(/https?:\S+\/sign-in\/link\/\S+/.exec(text)?.[0] ?? "");
  // A code works only in the browser that asked, so this one asks again.
  const before = (await signInCodes(product, email)).length;
  await opened.getByLabel(signIn.email.label).fill(email);
  await opened.getByRole("button", { name: signIn.link.ask }).click();
  await opened.getByLabel(signIn.code.label, { exact: true }).fill(await signInCode(product, email, before));
  await opened.getByRole("button", { name: signIn.code.submit }).click();
  await expect(opened).toHaveURL(/\/portal/);
  expect(await referralCookies(laptop)).toEqual([]);
  const since = await now();
  await goToPay(opened, product, "hand-mill");
  await payAtStripe(opened, { email });
  await expectAttributed(since);
  await phone.close();
  await laptop.close();
});

plain("on a second device the code says the same", async ({ browser }) => {
  const [phone, desktop] = [await contextOf(browser, { viewport: { width: 390, height: 844 } }), await contextOf(browser)];
  const seen = await phone.newPage();
  await claim(seen);
  await expect(seen.getByText(code)).toBeVisible();
  const page = await desktop.newPage();
  const since = await now();
  await page.goto(product.shop);
  await page.locator('button[name=sku][value="hand-mill"]').click();
  await page.locator("#code").fill(code);
  await page.locator("form[action='/checkout'] button").click();
  await payAtStripe(page, { email: somebody("Desk").email });
  await expectAttributed(since);
  await phone.close();
  await desktop.close();
});
