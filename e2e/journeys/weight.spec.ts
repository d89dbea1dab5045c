import { everybody, idsOf, codeOf } from "../everybody";
import { expect, test } from "../fixtures";
import { BUDGET, VISITORS, weighLanding, weighPages } from "../weigh-pages";

test.describe.configure({ mode: "parallel" });

for (const who of VISITORS) {
  test(`no page of ${who} is heavier than its budget`, async ({ browser, product }) => {
    test.setTimeout(300_000);
    const { first, later } = await weighPages(browser, product, who, await idsOf(await everybody(product)));
    expect(first.filter(({ scriptBytes }) => scriptBytes > BUDGET.first)).toEqual([]);
    expect(later.filter(({ scriptBytes }) => scriptBytes > BUDGET.later)).toEqual([]);
    // A page that is measured as weighing nothing would always pass.
    expect(first.filter(({ scriptBytes }) => scriptBytes > 50 * 1_024).length).toBeGreaterThan(3);
  });
}

test("a friend's landing page weighs little in all, and runs nothing", async ({ browser, product }) => {
  const { champion } = await everybody(product);
  const { bytes, requests, page } = await weighLanding(browser, product, await codeOf(champion));
  expect(bytes).toBeGreaterThan(2 * 1_024);
  expect(bytes).toBeLessThanOrEqual(BUDGET.landing);
  expect(requests.filter((path) => path.endsWith(".js"))).toEqual([]);
  expect(await page.locator("script[src], script:not([src])").count()).toBe(0);
});
