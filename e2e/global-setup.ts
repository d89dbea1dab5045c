import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "./product";

/**
 * Seeds the demo once; each Playwright worker starts from a copy of that data folder. While specs are written,
 * `VOUCH_E2E_PORT=3000` runs them against a product that is up already.
 */
export default async function globalSetup() {
  if (process.env.VOUCH_E2E_PORT) return;
  const folder = mkdtempSync(join(tmpdir(), "vouch-e2e-"));
  chmodSync(folder, 0o755);
  const template = await startProduct(join(folder, "template"), 4100);
  await template.stop();
  process.env.VOUCH_E2E_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
