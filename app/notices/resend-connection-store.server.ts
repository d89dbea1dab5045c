import type { Tx } from "~/platform/db.server";
import type { ResendFinding } from "./resend-findings";

export interface ResendConnection {
  endpointId: string;
  secretSealed: Uint8Array;
  createdAt: Date;
  checkedAt: Date | null;
  findings: ResendFinding[];
}

/** The webhook endpoint this portal made at Resend. */
export async function findResendConnection(tx: Tx): Promise<ResendConnection | null> {
  const found = await tx.providerConnection.findUnique({ where: { provider: "resend" } });
  return found && { ...found, findings: (found.findings ?? []) as unknown as ResendFinding[] };
}

export async function saveResendConnection(
  tx: Tx,
  { endpointId, secretSealed, createdAt }: { endpointId: string; secretSealed: Uint8Array<ArrayBuffer>; createdAt: Date },
): Promise<void> {
  const row = { endpointId, secretSealed, createdAt };
  await tx.providerConnection.upsert({ where: { provider: "resend" }, create: { provider: "resend", ...row }, update: row });
}

/** What the last check said; kept only where there is a connection. */
export async function saveResendFindings(tx: Tx, findings: ResendFinding[], checkedAt: Date): Promise<void> {
  await tx.providerConnection.updateMany({ where: { provider: "resend" }, data: { findings: [...findings], checkedAt } });
}
