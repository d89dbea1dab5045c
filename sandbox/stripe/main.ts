import { z } from "zod";
import { startStripeSandbox } from "./server";

const environment = z
  .object({
    SANDBOX_STRIPE_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
    SANDBOX_DATA_DIR: z.string().min(1).default(".data"),
    VOUCH_URL: z.url().default("http://localhost:3000"),
    SANDBOX_TOKEN: z.string().default(""),
  })
  .parse(process.env);

const server = await startStripeSandbox({
  port: environment.SANDBOX_STRIPE_PORT,
  dataDir: environment.SANDBOX_DATA_DIR,
  vouchUrl: environment.VOUCH_URL,
  token: environment.SANDBOX_TOKEN,
}).catch((error: unknown) => {
  process.stderr.write(`sandbox stripe: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
process.stdout.write(`sandbox stripe: ${server.sandbox.publicUrl}\n`);

// Started by `npm start`: say that we are up, and never outlive it.
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
process.send?.("ready");
