import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Cookie, Page } from "playwright/test";
import type { CookieRule } from "~/programs/cookie-rule";
import { allAddresses } from "../addresses";
import { fill } from "../everybody";
import { expect, test } from "../fixtures";
import { hydrated } from "../hydrated";
import { demoSignIn, signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { aCode, demoVisitor, Visitor } from "../sessions";

/** What browsers keep of Vouch is what `docs/cookies.md` says, and nothing else (L3). */
const { common, cookie, share } = TEXTS.en;
const DAY_SECONDS = 86_400;
/** A browser that says it has no window is taken for a program, whose visits count for nothing. */
const PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** For how many days at most each cookie lives, as the document tells. */
const LISTED = new Map(
  [...readFileSync("docs/cookies.md", "utf8").matchAll(/^\| `(__[\w-]+)` \|.*\| (\d+) \|$/gm)].map(([, name, days]) => [name, Number(days)]),
);
/** Only where portal and shop share a domain: `carry.spec.ts`. */
const SHARED = "__Secure-vouch_ref";

function expectAsListed(cookies: Cookie[]): void {
  const now = Date.now() / 1_000;
  const odd = cookies.filter(({ name, httpOnly, secure, sameSite, path, domain, expires }) => {
    const days = LISTED.get(name) ?? 0;
    return !httpOnly || !secure || sameSite !== "Lax" || path !== "/" || domain.startsWith(".") || expires > now + days * DAY_SECONDS;
  });
  expect(odd).toEqual([]);
}

test("no address sets a cookie that is not listed, and none does for being read", async ({ product }) => {
  test.setTimeout(120_000);
  const visitors = [new Visitor(product), await demoVisitor(product, "champion"), await demoVisitor(product, "owner")];
  const ids = { ":code": await aCode(product) };
  const addresses = [...allAddresses().filter((address) => address !== "/sign-out"), `/r/${ids[":code"]}`].map((address) => fill(address, ids));
  const setBy = async (method: "get" | "post", visitor: Visitor, path: string) => {
    const answer = await visitor[method](path);
    await answer.arrayBuffer();
    return answer.headers.getSetCookie().map((line) => line.split("=")[0] ?? "");
  };
  for (const visitor of visitors) {
    for (const path of addresses) {
      expect(await setBy("get", visitor, path), path).toEqual([]);
      expect((await setBy("post", visitor, path)).filter((name) => !LISTED.has(name)), path).toEqual([]);
    }
  }
});

test("every cookie of the list is met as it is described, scripts write none, and signing out ends those of the session", async ({ browser, product }) => {
  test.setTimeout(120_000);
  const { context, cookies } = await newBrowser(browser, product);
  const page = await context.newPage();
  await page.goto(`/r/${await aCode(product)}`);
  await page.getByRole("button", { name: common.language.en, exact: true }).click();
  await page.getByRole("button", { name: common.theme.light, exact: true }).click();
  await claim(page, product);
  await signInByMail(page, product, { email: somebody("Koek").email, to: "/portal", language: "en" });
  await demoSignIn(page, "owner");
  await page.goto("/marketing");
  const kept = await cookies();
  expectAsListed(kept);
  expect(kept.map(({ name }) => name).sort()).toEqual([...LISTED.keys()].filter((name) => name !== SHARED).sort());
  expect(await page.evaluate(() => [document.cookie, Object.keys(localStorage)])).toEqual(["", []]);
  await page.getByRole("button", { name: common.signOut }).click();
  await expect(page).not.toHaveURL(/marketing/);
  expect((await cookies()).map(({ name }) => name)).not.toEqual(expect.arrayContaining([expect.stringMatching(/sid|desk/)]));
  await context.close();
});

interface Setting {
  program: "friends" | "makers";
  rule: CookieRule;
  /** How the landing page tells it, so that it is known to be in force. */
  told: RegExp;
  /** Whether the cookie is there after the link and the landing page, after a tap, and after one with the box ticked. */
  visit: boolean;
  claim: boolean;
  ticked?: boolean;
}

/** Each program ends as it began. */
const SETTINGS: Setting[] = [
  { program: "friends", rule: "off", told: /by a number in the address;/, visit: false, claim: false },
  { program: "friends", rule: "consent", told: /if you tick the box, one cookie;/, visit: false, claim: false, ticked: true },
  { program: "friends", rule: "on_claim", told: /in the address and one cookie;/, visit: false, claim: true },
  { program: "makers", rule: "affiliate_only", told: /one cookie, which this page has set;/, visit: true, claim: true },
  { program: "makers", rule: "on_claim", told: /in the address and one cookie;/, visit: false, claim: true },
];

test("a friend's browser keeps what the program's setting says and nothing else, and asks nobody but us and the shop", async ({ browser, product }) => {
  test.setTimeout(240_000);
  const desk = await (await newBrowser(browser, product)).context.newPage();
  await demoSignIn(desk, "owner");
  for (const { program, rule, told, visit, claim: claimed, ticked } of SETTINGS) {
    await test.step(`${program}: ${rule}`, async () => {
      await publish(desk, program, rule);
      const code = await aCode(product, program);
      const landing = async () => (await fetch(`${product.url}/l/${code}`, { headers: { "Accept-Language": "en" } })).text();
      await expect.poll(landing).toMatch(told);
      expect(await keptBy(browser, product, code)).toEqual([visit, claimed]);
      if (ticked) expect(await keptBy(browser, product, code, { tick: true })).toEqual([visit, ticked]);
    });
  }
});

/** What a new browser without script keeps of a recommendation, after the landing page and after the claim. */
async function keptBy(browser: Browser, product: Product, code: string, { tick = false } = {}): Promise<[boolean, boolean]> {
  const { context, cookies } = await newBrowser(browser, product, { javaScriptEnabled: false });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`/r/${code}`);
  const afterVisit = referralOnly(await cookies());
  if (tick) {
    await expect(page.getByRole("checkbox", { name: /somebody recommended this shop/ })).not.toBeChecked();
    await page.getByRole("checkbox", { name: /somebody recommended this shop/ }).check();
  }
  await claim(page, product);
  const afterClaim = referralOnly(await cookies());
  expect([...asked].filter((origin) => origin !== product.url)).toEqual([product.shop]);
  await context.close();
  return [afterVisit, afterClaim];
}

/** Whether the referral cookie is there; any other would be one too many. */
function referralOnly(cookies: Cookie[]): boolean {
  expectAsListed(cookies);
  expect(cookies.map(({ name }) => name)).toEqual(cookies.length > 0 ? ["__Host-vouch_ref"] : []);
  return cookies.length > 0;
}

/** Takes the offer of the page. */
async function claim(page: Page, { shop }: Product): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^(${share.landing.claim}|${share.landing.claimPlain})$`) }).click();
  await expect(page).toHaveURL(`${shop}/`);
}

interface Kept {
  context: BrowserContext;
  /** The cookies of this browser without those of the demo shop, which has the same host name on this machine. */
  cookies(): Promise<Cookie[]>;
}

async function newBrowser(browser: Browser, { url, shop }: Product, options = {}): Promise<Kept> {
  const context = await browser.newContext({ locale: "en-GB", baseURL: url, userAgent: PERSON, ...options });
  const setByShop: Promise<string[]>[] = [];
  context.on("response", (response) => {
    if (response.url().startsWith(shop)) setByShop.push(response.headerValues("set-cookie"));
  });
  const cookies = async () => {
    const names = (await Promise.all(setByShop)).flat().map((line) => line.split("=")[0]);
    return (await context.cookies()).filter(({ name }) => !names.includes(name));
  };
  return { context, cookies };
}

async function publish(desk: Page, program: string, rule: CookieRule): Promise<void> {
  await desk.goto(`/desk/settings/program/${program}`);
  await hydrated(desk);
  await desk.getByRole("radio", { name: new RegExp(`^${cookie.rule[rule]}`) }).check();
  await desk.getByRole("button", { name: /^Publish version/ }).click();
  await expect(desk.getByText(/is published/)).toBeVisible();
}
