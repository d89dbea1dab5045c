import type { Page } from "playwright/test";

export interface Weight {
  address: string;
  /** Bytes of script as they came over the wire: all the page runs, or only what an earlier page had not brought. */
  scriptBytes: number;
}

/**
 * Opens a page and weighs its scripts.
 * @param again counts only what the browser did not have yet; what it has does not come over the wire
 */
export async function weighScripts(page: Page, address: string, { again }: { again: boolean }): Promise<Weight> {
  await page.goto(address, { waitUntil: "networkidle" });
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ name, transferSize, encodedBodySize }) => ({ name, transferSize, encodedBodySize })),
  );
  // A script that is announced in the page's head and then imported may be listed twice.
  const sizes = new Map(scripts.filter(({ transferSize }) => !again || transferSize > 0).map((each) => [each.name, each.encodedBodySize]));
  return { address, scriptBytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** Everything a first visit to a page brings over the wire, in bytes of bodies: document, styles, pictures, scripts. */
export async function weighAll(page: Page, address: string): Promise<{ bytes: number; requests: string[] }> {
  const sizes: Promise<number>[] = [];
  const requests: string[] = [];
  page.on("requestfinished", (request) => {
    requests.push(new URL(request.url()).pathname);
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return { bytes: (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0), requests };
}
