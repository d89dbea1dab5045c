import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is wrong with the page on screen: axe in both themes, and the width of a phone. */
export async function complaintsAbout(page: Page, here: string): Promise<string[]> {
  const complaints = [...(await faultsOf(page, here, WCAG)), ...(await overflowOf(page, here))];
  await page.emulateMedia({ colorScheme: "dark" });
  complaints.push(...(await faultsOf(page, `${here} in the dark`, null)));
  await page.emulateMedia({ colorScheme: "light" });
  return complaints;
}

/** What axe finds: everything under these tags, or the contrast alone. */
async function faultsOf(page: Page, here: string, tags: string[] | null): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (tags ? axe.withTags(tags) : axe.withRules(["color-contrast"])).analyze();
  return violations.map(({ id, nodes }) => `${here}: ${id} at ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
}

/** WCAG 1.4.10: no page scrolls sideways, down to 320 pixels. */
async function overflowOf(page: Page, here: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${here}: ${wide} pixels wide on a screen of ${width}`);
  }
  return found;
}
