import { join } from "node:path";
import { startShop } from "./server";

const { SANDBOX_DATA_DIR, SANDBOX_SHOP_PORT, VOUCH_URL, STRIPE_API_BASE, STRIPE_SECRET_KEY } = process.env;

const shop = await startShop({
  port: Number(SANDBOX_SHOP_PORT ?? 3003),
  vouchUrl: VOUCH_URL ?? "http://localhost:3000",
  stripe: { key: STRIPE_SECRET_KEY ?? "sk_test_sandbox", base: STRIPE_API_BASE ?? "http://localhost:3001" },
  keysFile: SANDBOX_DATA_DIR && join(SANDBOX_DATA_DIR, "shop", "keys.json"),
  hooksFile: SANDBOX_DATA_DIR && join(SANDBOX_DATA_DIR, "shop", "hooks.jsonl"),
});
console.log(`Demo shop: ${shop.url}`);

const stop = () => void shop.close().then(() => process.exit(0));
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
// Started by `npm start`: say that we are up, and never outlive it.
process.once("disconnect", stop);
process.send?.("ready");
