import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { productAt, startProduct, type Product } from "./product";

export { expect };

interface WorkerFixtures {
  /** This worker's own copy of the product, started from the seeded data. */
  product: Product;
}

export const test = base.extend<object, WorkerFixtures>({
  product: [
    async ({}, use, worker) => {
      const running = process.env.VOUCH_E2E_PORT;
      if (running) return use(productAt(Number(running), process.env.DATA_DIR ?? ".data", async () => {}));
      const folder = process.env.VOUCH_E2E_FOLDER ?? "";
      const dataDir = join(folder, `worker-${worker.workerIndex}`);
      // Keeps owner and mode: the database server runs as another user when we are root.
      execFileSync("cp", ["-a", join(folder, "template"), dataDir]);
      const product = await startProduct(dataDir, 4200 + 10 * worker.workerIndex);
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
});
