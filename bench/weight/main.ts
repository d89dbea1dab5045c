/*
 * npm run bench:weight
 *
 * What every page brings over the wire, in KiB: README.md beside this file. `VOUCH_E2E_PORT=3000` weighs a product that
 * is up already.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright/test";
import { codeOf, everybody, idsOf } from "../../e2e/everybody";
import { productAt, startProduct, type Product } from "../../e2e/product";
import type { Weight } from "../../e2e/weigh";
import { BUDGET, kilobytes, VISITORS, weighLanding, weighPages } from "../../e2e/weigh-pages";
import { findChromium } from "../../scripts/find-chromium";
import { projectRoot } from "../../scripts/project-root";

process.chdir(projectRoot);
const say = (text: string) => void process.stderr.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), "vouch-bench-weight-"));
chmodSync(folder, 0o755);
const running = process.env.VOUCH_E2E_PORT;
say(running ? "weighing what is up" : "building, and starting a demo");
const product = running ? productAt(Number(running), "", async () => {}) : await startProduct(join(folder, "data"), 4300);
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  console.log(JSON.stringify(await measure(browser, product), null, 2));
} finally {
  await browser.close();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(on: Browser, of: Product) {
  const visitors = await everybody(of);
  const ids = await idsOf(visitors);
  const pages: Record<string, { first: number; later: number | null }> = {};
  for (const who of VISITORS) {
    say(`the pages of ${who}`);
    const { first, later } = await weighPages(on, of, who, ids);
    for (const { address, scriptBytes } of first) pages[address] = { first: kilobytes(scriptBytes), later: bytesOf(later, address) };
  }
  const landing = await weighLanding(on, of, await codeOf(visitors.champion));
  const heaviest = (kind: "first" | "later") => Math.max(...Object.values(pages).map((page) => page[kind] ?? 0));
  return {
    budget: { first: kilobytes(BUDGET.first), later: kilobytes(BUDGET.later), landing: kilobytes(BUDGET.landing) },
    heaviest: { first: heaviest("first"), later: heaviest("later"), landing: kilobytes(landing.bytes) },
    landing: { kib: kilobytes(landing.bytes), requests: landing.requests },
    pages,
  };
}

/** Null for the page that was opened first, which brought what all share. */
function bytesOf(weights: readonly Weight[], address: string): number | null {
  const weight = weights.find((each) => each.address === address);
  return weight ? kilobytes(weight.scriptBytes) : null;
}
