import type { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";

export async function findStripeConnection(tx: Tx) {
  return await tx.providerConnection.findUnique({ where: { provider: "stripe" } });
}

interface NewConnection {
  endpointId: string;
  secretSealed: Uint8Array<ArrayBuffer>;
  connectEndpointId: string | null;
  connectSecretSealed: Uint8Array<ArrayBuffer> | null;
  accountId: string | null;
  createdAt: Date;
}

export async function saveStripeConnection(tx: Tx, connection: NewConnection): Promise<void> {
  await tx.providerConnection.upsert({
    where: { provider: "stripe" },
    create: { provider: "stripe", ...connection },
    update: { ...connection, checkedAt: null },
  });
}

/** What the last check of the connection said; kept only where there is a connection. */
export async function saveFindings(tx: Tx, findings: Prisma.InputJsonValue, checkedAt: Date): Promise<void> {
  await tx.providerConnection.updateMany({ where: { provider: "stripe" }, data: { findings, checkedAt } });
}

export async function readCursor(tx: Tx, name: string): Promise<Date | null> {
  return (await tx.providerCursor.findUnique({ where: { name } }))?.position ?? null;
}

export async function moveCursor(tx: Tx, name: string, position: Date, now: Date): Promise<void> {
  const facts = { position, updatedAt: now };
  await tx.providerCursor.upsert({ where: { name }, create: { name, ...facts }, update: facts });
}
