import type { Page } from "playwright/test";

/** Until the page answers to keys and typing: React has taken over the last of its elements. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll("main *")].at(-1);
    return last !== undefined && Object.keys(last).some((key) => key.startsWith("__reactFiber"));
  });
}
