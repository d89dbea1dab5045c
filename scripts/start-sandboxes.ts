import { join } from "node:path";
import type { Settings } from "./settings";
import type { Supervisor } from "./supervisor";

/**
 * Starts the stand-in servers that are wanted: each provider without a key of yours, and the demo shop when both stand
 * in.
 */
export async function startSandboxes(settings: Settings, environment: NodeJS.ProcessEnv, supervisor: Supervisor): Promise<void> {
  const env = {
    ...environment,
    SANDBOX_DATA_DIR: join(settings.dataDir, "sandbox"),
    SANDBOX_STRIPE_PORT: String(settings.ports.stripe),
    SANDBOX_RESEND_PORT: String(settings.ports.resend),
    SANDBOX_SHOP_PORT: String(settings.ports.shop),
    VOUCH_URL: settings.appUrl,
  };
  const { stripe, resend } = settings.sandbox;
  const wanted = [...(stripe ? ["stripe"] : []), ...(resend ? ["resend"] : []), ...(stripe && resend ? ["shop"] : [])];
  for (const name of wanted) {
    await supervisor.start({ name: `sandbox-${name}`, args: ["--import", "tsx", `sandbox/${name}/main.ts`], env });
  }
}
