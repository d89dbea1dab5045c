import { allAddresses } from "../addresses";
import { everybody, fill, idsOf } from "../everybody";
import { expect, test } from "../fixtures";
import { demoSignIn } from "../people";
import { weighAll, weighScripts, type Weight } from "../weigh";

const KB = 1_024;
/** Budgets over the wire: what a page runs at the first visit, what a later page may add, and a friend's page in all. */
const FIRST = 130 * KB;
const LATER = 20 * KB;
const LANDING = 20 * KB;

/** Addresses that answer with no page: files, forms, what other machines ask for. */
const NO_PAGE = /\.(png|svg|pdf|csv|js|json)$|^\/(api|webhooks|logo|language|theme|sign-out)\b|\/(passkey|check|go|clock)$/;

/** Who comes there. */
function visitorOf(address: string): "nobody" | "newcomer" | "owner" {
  if (/^\/(desk(?!\/sign-in)|marketing)/.test(address)) return "owner";
  return /^\/(portal|email-change$)/.test(address) ? "newcomer" : "nobody";
}

test.describe.configure({ mode: "parallel" });

for (const who of ["nobody", "newcomer", "owner"] as const) {
  // Dutch has the longer words.
  test(`no page of ${who} is heavier than its budget`, async ({ browser, product }) => {
    test.setTimeout(300_000);
    const visitors = await everybody(product);
    const ids = await idsOf(visitors);
    const page = await (await browser.newContext({ locale: "nl-NL", baseURL: product.url })).newPage();
    if (who !== "nobody") await demoSignIn(page, who);
    const addresses = allAddresses()
      .filter((address) => !NO_PAGE.test(address) && visitorOf(address) === who)
      .map((address) => fill(address, ids));
    const first: Weight[] = [];
    const later: Weight[] = [];
    for (const address of addresses) first.push(await weighScripts(page, address, { again: false }));
    // The first address brings what all pages share; what each of the others adds is its own.
    const fresh = await (await browser.newContext({ locale: "nl-NL", baseURL: product.url, storageState: await page.context().storageState() })).newPage();
    for (const address of addresses) later.push(await weighScripts(fresh, address, { again: true }));
    console.log(JSON.stringify({ who, first: heaviest(first), later: heaviest(later.slice(1)) }));
    expect(first.filter(({ scriptBytes }) => scriptBytes > FIRST)).toEqual([]);
    expect(later.slice(1).filter(({ scriptBytes }) => scriptBytes > LATER)).toEqual([]);
    // A page that is measured as weighing nothing would always pass.
    expect(first.filter(({ scriptBytes }) => scriptBytes > 50 * KB).length).toBeGreaterThan(3);
  });
}

test("a friend's landing page weighs little in all, and runs nothing", async ({ browser, product }) => {
  const { champion } = await everybody(product);
  const code = /\/r\/([A-Z0-9-]+)/.exec(await (await champion.get("/portal/friends")).text())?.[1] ?? "";
  const page = await (await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 } })).newPage();
  const { bytes, requests } = await weighAll(page, `${product.url}/l/${code}`);
  console.log(JSON.stringify({ landing: kilobytes(bytes), requests }));
  expect(bytes).toBeGreaterThan(2 * KB);
  expect(bytes).toBeLessThanOrEqual(LANDING);
  expect(requests.filter((path) => path.endsWith(".js"))).toEqual([]);
  expect(await page.locator("script[src], script:not([src])").count()).toBe(0);
});

const kilobytes = (bytes: number) => Number((bytes / KB).toFixed(1));

function heaviest(weights: Weight[]): Record<string, number> {
  const sorted = [...weights].sort((a, b) => b.scriptBytes - a.scriptBytes).slice(0, 8);
  return Object.fromEntries(sorted.map(({ address, scriptBytes }) => [address, kilobytes(scriptBytes)]));
}
