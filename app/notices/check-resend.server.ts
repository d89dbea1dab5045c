import { rootDb, systemClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { resend, ResendError, type ResendGateway } from "~/platform/gateways/resend.server";
import { resendEndpoint } from "./ensure-resend-endpoint.server";
import { senderOf } from "./mail-brand";
import { readBrand } from "./recipient-store.server";
import { findResendConnection, saveResendFindings } from "./resend-connection-store.server";
import { RESEND_EVENTS } from "./resend-event";
import { keyFinding, webhookFindings, type ResendFinding } from "./resend-findings";
import type { SendDeps } from "./send-mail.server";

export interface ResendStanding {
  /** `portal`: made here; `environment`: made by hand, its secret is configured; `none`: nothing can come in. */
  endpoint: "portal" | "environment" | "none";
  /** Where Resend sends its events. */
  address: string;
  /** The address mails come from. */
  sender: string;
  checkedAt: Date | null;
  findings: ResendFinding[];
}

/** The Resend side of the integration page: what we know without asking. */
export async function readResendStanding({ db = rootDb }: SendDeps = {}): Promise<ResendStanding> {
  return db.transaction("read-resend-standing", async (tx) => {
    const connection = await findResendConnection(tx);
    return {
      endpoint: env().RESEND_WEBHOOK_SECRET ? "environment" : connection ? "portal" : "none",
      address: resendEndpoint(),
      sender: senderOf(await readBrand(tx), env().MAIL_FROM),
      checkedAt: connection?.checkedAt ?? null,
      findings: connection?.findings ?? [],
    };
  });
}

/** Asks Resend about key, sender domain and webhook, and keeps what it said. @returns what is wrong */
export async function checkResend(
  { db = rootDb, clock = systemClock, gateway = resend() }: SendDeps = {},
): Promise<ResendFinding[]> {
  const { sender, endpoint } = await readResendStanding({ db });
  const connection = await db.transaction("find-resend-connection", findResendConnection);
  const findings = await ask(gateway, sender, endpoint === "environment" ? null : (connection?.endpointId ?? ""));
  await db.transaction("save-resend-findings", (tx) => saveResendFindings(tx, findings, clock.now()));
  return findings;
}

async function ask(gateway: ResendGateway, sender: string, endpointId: string | null): Promise<ResendFinding[]> {
  try {
    const domain = sender.slice(sender.lastIndexOf("@") + 1).replace(/>$/, "").toLowerCase();
    const domains = await gateway.listDomains();
    // The very domain: one above or below it is another one to Resend.
    const verified = domains.some(({ name, status }) => status === "verified" && name.toLowerCase() === domain);
    const findings: ResendFinding[] = verified ? [] : ["domain_not_verified"];
    if (endpointId === null) return findings;
    const seen = (await gateway.listWebhooks()).find(({ id }) => id === endpointId) ?? null;
    return [...findings, ...webhookFindings(seen, resendEndpoint(), RESEND_EVENTS)];
  } catch (error) {
    const finding = error instanceof ResendError ? keyFinding(error.problem, error.status) : null;
    if (finding === null) throw error;
    return [finding];
  }
}
