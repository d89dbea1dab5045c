import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { countDeliveries } from "./delivery-store.server";
import { getEndpointRow, listEndpointRows, type EndpointRow } from "./endpoint-store.server";

/** An endpoint as its owner sees it: everything but the secrets. */
export interface EndpointView {
  id: string;
  url: string;
  description: string | null;
  types: string[];
  createdAt: Date;
  /** Since when nothing arrived; null while it answers. */
  failingSince: Date | null;
  off: { at: Date; because: string } | null;
  /** While a secret rotates: until when the one before signs too. */
  oldSecretUntil: Date | null;
  counts: { waiting: number; delivered: number; failed: number };
}

/** All endpoints, oldest first. */
export async function listEndpoints({ db = rootDb, clock = systemClock }: Deps = {}): Promise<EndpointView[]> {
  return db.transaction("list-endpoints", async (tx) => {
    const counts = await countDeliveries(tx);
    return (await listEndpointRows(tx)).map((row) => viewOf(row, counts, clock.now()));
  });
}

/** @throws NotFoundError */
export async function getEndpoint(id: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<EndpointView> {
  return db.transaction("get-endpoint", async (tx) =>
    viewOf(await getEndpointRow(tx, id), await countDeliveries(tx, id), clock.now()),
  );
}

type Counts = Awaited<ReturnType<typeof countDeliveries>>;

function viewOf(row: EndpointRow, counts: Counts, now: Date): EndpointView {
  const { id, url, description, types, createdAt, failingSince, switchedOffAt, switchedOffBecause, previousUntil } = row;
  const of = (wanted: string) => counts.find(({ endpointId, status }) => endpointId === id && status === wanted)?.count ?? 0;
  return {
    id, url, description, types, createdAt, failingSince,
    off: switchedOffAt && { at: switchedOffAt, because: switchedOffBecause ?? "by_hand" },
    oldSecretUntil: previousUntil && previousUntil > now ? previousUntil : null,
    counts: { waiting: of("waiting"), delivered: of("delivered"), failed: of("failed") },
  };
}
