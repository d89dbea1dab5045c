import type { Browser, Page } from "playwright/test";
import { allAddresses } from "./addresses";
import { fill } from "./everybody";
import { demoSignIn } from "./people";
import type { Product } from "./product";
import { weighAll, weighScripts, type Weight } from "./weigh";

const KB = 1_024;
/** Bytes over the wire: what a page runs at the first visit, what a later page may add, and a friend's page in all. */
export const BUDGET = { first: 130 * KB, later: 20 * KB, landing: 20 * KB };

/** Addresses that answer with no page: files, forms, what other machines ask for. */
const NO_PAGE = /\.(png|svg|pdf|csv|js|json)$|^\/(api|webhooks|logo|language|theme|sign-out)\b|\/(passkey|check|go|clock|file)$/;

export const VISITORS = ["nobody", "newcomer", "owner"] as const;
export type WeighedVisitor = (typeof VISITORS)[number];

/** Who comes there. */
function visitorOf(address: string): WeighedVisitor {
  if (/^\/(desk(?!\/sign-in)|marketing)/.test(address)) return "owner";
  return /^\/(portal|email-change$)/.test(address) ? "newcomer" : "nobody";
}

/**
 * Weighs the scripts of every page one visitor can come to.
 * @param ids what stands in place of the parameters of addresses
 * @returns `first`: each page as if it were the first one; `later`: what each adds to the pages before it
 */
export async function weighPages(
  browser: Browser,
  product: Product,
  who: WeighedVisitor,
  ids: Record<string, string>,
): Promise<{ first: Weight[]; later: Weight[] }> {
  // Dutch has the longer words.
  const page = await (await browser.newContext({ locale: "nl-NL", baseURL: product.url })).newPage();
  if (who !== "nobody") await demoSignIn(page, who);
  const addresses = allAddresses()
    .filter((address) => !NO_PAGE.test(address) && visitorOf(address) === who)
    .map((address) => fill(address, ids));
  const first: Weight[] = [];
  const later: Weight[] = [];
  for (const address of addresses) first.push(await weighScripts(page, address, { again: false }));
  const storageState = await page.context().storageState();
  const fresh = await (await browser.newContext({ locale: "nl-NL", baseURL: product.url, storageState })).newPage();
  for (const address of addresses) later.push(await weighScripts(fresh, address, { again: true }));
  // The first page with a script brings what all pages share; what each of the others adds is its own.
  const shared = later.findIndex(({ scriptBytes }) => scriptBytes > 0);
  return { first, later: later.slice(shared + 1) };
}

/** Weighs everything a friend's landing page brings to a phone, and leaves it open. */
export async function weighLanding(browser: Browser, product: Product, code: string): Promise<{ bytes: number; requests: string[]; page: Page }> {
  const page = await (await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 } })).newPage();
  return { ...(await weighAll(page, `${product.url}/l/${code}`)), page };
}

export const kilobytes = (bytes: number) => Number((bytes / KB).toFixed(1));
