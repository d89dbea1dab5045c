import { z } from "zod";
import { startResendSandbox } from "./server";

const env = z
  .object({
    SANDBOX_RESEND_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
    SANDBOX_DATA_DIR: z.string().min(1),
    VOUCH_URL: z.url().optional(),
  })
  .safeParse(process.env);
if (!env.success) {
  console.error(`The Resend sandbox cannot start: ${z.prettifyError(env.error)}`);
  process.exit(1);
}

const { SANDBOX_RESEND_PORT: port, SANDBOX_DATA_DIR: dataDir, VOUCH_URL: vouchUrl } = env.data;
try {
  const sandbox = await startResendSandbox({ port, dataDir, vouchUrl });
  console.log(`Resend sandbox and mail inbox: ${sandbox.url}`);
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1)
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  // Started by `npm start`: say that we are up, and never outlive it.
  process.once("disconnect", stop);
  process.send?.("ready");
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The Resend sandbox cannot start: ${reason}`);
  process.exit(1);
}
