import type { Page } from "playwright/test";

export interface Weight {
  address: string;
  /** Bytes of script as they came over the wire: all the page runs, or only what an earlier page had not brought. */
  scriptBytes: number;
}

/** Opens a page and weighs its scripts. @param again keeps what earlier pages left in the browser's cache */
export async function weighScripts(page: Page, address: string, { again }: { again: boolean }): Promise<Weight> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: !again });
  await page.goto(address, { waitUntil: "networkidle" });
  const scriptBytes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name, transferSize }) => new URL(name).pathname.endsWith(".js") && transferSize > 0)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  await devtools.detach();
  return { address, scriptBytes };
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
