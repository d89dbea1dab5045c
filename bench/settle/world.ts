import type pg from "pg";
import { newId } from "~/platform/ids";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { signClickToken } from "~/sharing/click-token.server";
import { withClient } from "../../scripts/database-cluster";
import { aCompanyWithProgram, insertChampions, sellTheFirst } from "../parts/company";
import type { PaidAtStripe } from "./payments";

/** A company with one live program, champions, and a payment for each at Stripe that a friend of theirs made. */
export async function makeWorld(migrateUrl: string, champions: number): Promise<PaidAtStripe[]> {
  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  const program = await aCompanyWithProgram();
  const links = await withClient(migrateUrl, (client) => insertChampions(client, program, champions));
  // A friend thinks for an hour: who buys within seconds of the visit is held (R8), which is another sale.
  const at = new Date(+processClock().now() - 3_600_000);
  const [first = "", ...tokens] = links.map((linkId) => signClickToken({ linkId, clickId: newId("clk"), programId: program.programId, at }));
  await sellTheFirst(first);
  await database.close();
  return tokens.map((clickId) => {
    const number = newId("evt").slice(4);
    return { inboxEventId: newId("inb"), eventId: `evt_${number}`, customerId: `cus_${number}`, paymentId: `pi_${number}`, clickId };
  });
}

/** Puts the event of each payment into the inbox, as the webhook's answer left it. */
export async function insertEvents(client: pg.Client, payments: readonly PaidAtStripe[]): Promise<void> {
  const ids = payments.map(({ inboxEventId }) => inboxEventId);
  await client.query(
    `insert into inbox_event (id, provider, event_id, type, payload_sealed, payload_hash, key_month, occurred_at, received_at)
     select id, 'stripe', event_id, 'payment_intent.succeeded', decode(repeat('5e', 2000), 'hex'), repeat('0', 64), to_char(now(), 'YYYY-MM'), now(), now()
       from unnest($1::text[], $2::text[]) as t (id, event_id)`,
    [ids, payments.map(({ eventId }) => eventId)],
  );
  await client.query("analyze inbox_event");
}
