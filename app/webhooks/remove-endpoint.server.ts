import type { Tx } from "~/platform/db.server";
import { deleteDeliveries } from "./delivery-store.server";
import { deleteEndpoint, lockEndpoint } from "./endpoint-store.server";

/** Takes an endpoint away, with its log. @returns the address it had @throws NotFoundError */
export async function removeEndpoint(tx: Tx, id: string): Promise<string> {
  const { url } = await lockEndpoint(tx, id);
  await deleteDeliveries(tx, { endpointId: id });
  await deleteEndpoint(tx, id);
  return url;
}
