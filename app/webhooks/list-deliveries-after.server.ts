import { rootDb, type Deps } from "~/platform/deps.server";
import { pageOf, type PageOf, type PageWish } from "~/platform/page";
import { findDeliveriesAfter, type DeliveryQuery } from "./delivery-store.server";
import { getEndpointRow } from "./endpoint-store.server";
import { viewsOf, type DeliveryView } from "./list-deliveries.server";

/** The deliveries of an endpoint after one of them, newest first. @throws NotFoundError */
export async function listDeliveriesAfter(
  query: DeliveryQuery,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<DeliveryView>> {
  return db.transaction("list-deliveries-after", async (tx) => {
    await getEndpointRow(tx, query.endpointId);
    const { rows, after } = pageOf(await findDeliveriesAfter(tx, query, wish), wish);
    return { rows: await viewsOf(tx, rows), after };
  });
}
