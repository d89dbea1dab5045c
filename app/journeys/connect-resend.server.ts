import { recordAudit } from "~/identity/record-audit.server";
import { ensureResendEndpoint } from "~/notices/ensure-resend-endpoint.server";
import type { SendDeps } from "~/notices/send-mail.server";
import { rootDb, systemClock } from "~/platform/deps.server";
import { ResendError } from "~/platform/gateways/resend.server";
import { log } from "~/platform/log.server";

/**
 * Makes the webhook endpoint at Resend, or mends what differs, with its line in the trail (I37).
 * @returns how it went; when it did not, nothing was kept
 */
export async function connectResend(
  { by }: { by: string },
  { db = rootDb, clock = systemClock, gateway }: SendDeps = {},
): Promise<"connected" | "refused" | "unreachable"> {
  try {
    await ensureResendEndpoint(
      (tx, object) => recordAudit(tx, { by, action: "resend.connected", object, now: clock.now() }),
      { db, clock, gateway },
    );
    return "connected";
  } catch (error) {
    if (!(error instanceof ResendError)) throw error;
    log.warn({ err: error }, "the webhook endpoint could not be made");
    return error.status !== null && error.status < 500 ? "refused" : "unreachable";
  }
}
