import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import type { Prisma } from "../../prisma/generated/client";

export type EndpointRow = Prisma.WebhookEndpointGetPayload<object>;

export async function insertEndpoint(tx: Tx, row: EndpointRow): Promise<void> {
  await tx.webhookEndpoint.create({ data: row });
}

export async function listEndpointRows(tx: Tx): Promise<EndpointRow[]> {
  return tx.webhookEndpoint.findMany({ orderBy: { id: "asc" } });
}

/** Those that are on and hear of events of this type. */
export async function listListening(tx: Tx, type: string): Promise<EndpointRow[]> {
  return tx.webhookEndpoint.findMany({ where: { switchedOffAt: null, types: { has: type } }, orderBy: { id: "asc" } });
}

/** @throws NotFoundError */
export async function getEndpointRow(tx: Tx, id: string): Promise<EndpointRow> {
  const row = await tx.webhookEndpoint.findUnique({ where: { id } });
  if (!row) throw new NotFoundError("webhook endpoint", { endpointId: id });
  return row;
}

/** Reads it FOR UPDATE. @throws NotFoundError */
export async function lockEndpoint(tx: Tx, id: string): Promise<EndpointRow> {
  await tx.$queryRaw`select id from webhook_endpoint where id = ${id} for update`;
  return getEndpointRow(tx, id);
}

export async function updateEndpoint(tx: Tx, id: string, changes: Partial<EndpointRow>): Promise<EndpointRow> {
  return tx.webhookEndpoint.update({ where: { id }, data: changes });
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await tx.webhookEndpoint.delete({ where: { id } });
}
