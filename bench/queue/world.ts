import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { makeOwner } from "~/identity/make-owner.server";
import { openSession } from "~/identity/open-session.server";
import { carryOutBatch } from "~/journeys/carry-out-batch.server";
import { startBatch } from "~/journeys/start-batch.server";
import { trackSale } from "~/journeys/track-sale.server";
import { connectAs, processClock, rootDb } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { thanksForFirst } from "~/programs/reward-rule";
import { getBatch } from "~/rewards/get-batch.server";
import { prepareBatch } from "~/rewards/prepare-batch.server";
import { NO_FILTER } from "~/rewards/queue-view";
import { signClickToken } from "~/sharing/click-token.server";
import { withClient } from "../../scripts/database-cluster";
import { aCompanyWithProgram, insertChampions } from "../parts/company";

/** How many names the champions share, and how many rewards each name has: a search for one is a batch of so many. */
const NAMES = 100;
const CHAMPIONS_PER_NAME = 20;
const COPIES_OF = 50;
const REWARDS_PER_NAME = CHAMPIONS_PER_NAME * COPIES_OF;
/** Sales told at once. */
const LANES = 8;

export const nameOf = (n: number): string => `Kim ${String(n).padStart(2, "0")}`;

export interface World {
  /** What the browser of somebody sends along who may decide. */
  cookie: string;
  /** Approves in one batch whatever waits for champions of this name. @returns how many seconds the batch took */
  approveAllOf(name: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * A program whose rewards all wait for a person: 2,000 champions with a sale each, taken in as any other, and of each
 * reward so many that 100,000 wait, promised at other hours. It reads the environment when it loads.
 */
export async function makeWorld(migrateUrl: string): Promise<World> {
  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  const four = { kind: "flat", amountMinor: 400n } as const;
  const program = await aCompanyWithProgram({ approval: "manual", rewards: [thanksForFirst(four)], friendOffer: four, ownOffer: four });
  const names = Array.from({ length: NAMES }, (_, n) => nameOf(n));
  const links = await withClient(migrateUrl, (client) => insertChampions(client, program, NAMES * CHAMPIONS_PER_NAME, names));
  const at = new Date(+processClock().now() - 3_600_000);
  const waiting = links.entries();
  const lane = async () => {
    for (const [n, linkId] of waiting) {
      const clickId = signClickToken({ linkId, clickId: newId("clk"), programId: program.programId, at });
      const sale = { externalId: `customer-${n}`, invoiceId: `INV-${n}`, amountMinor: 8_000n, currency: "EUR", paymentProcessor: "custom", email: null };
      const { attributed } = await trackSale({ ...sale, clickId });
      if (!attributed) throw new Error(`sale ${n} was brought by nobody`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await withClient(migrateUrl, async (client) => {
    await client.query(COPIES);
    await client.query("vacuum analyze");
  });
  const email = "owner@bench.example";
  await makeOwner({ email });
  const { id: personId } = await findOrCreatePerson({ email, locale: "en" });
  const now = processClock().now();
  const secret = await rootDb.transaction("bench-session", (tx) => openSession(tx, { personId, area: "desk", steppedUpAt: now, now }));
  return { cookie: `__Host-desk=${secret}`, approveAllOf: (name) => approveAllOf(name, `person:${personId}`), close: () => database.close() };
}

/** What the two buttons of the desk and the worker's job do. */
async function approveAllOf(name: string, by: string): Promise<number> {
  const found = { view: "waiting", filter: { ...NO_FILTER, search: name } } as const;
  const began = performance.now();
  const batchId = await prepareBatch({ act: "approve", ...found, place: "", by });
  await startBatch({ batchId, by, refusal: null });
  await carryOutBatch({ batchId });
  const took = (performance.now() - began) / 1000;
  const { course } = await getBatch({ batchId, page: 1 });
  if (course.done !== REWARDS_PER_NAME) throw new Error(`of ${REWARDS_PER_NAME} rewards ${JSON.stringify(course)} were approved`);
  return took;
}

/** As if each friend had bought over and over, each time thanked for. */
const COPIES = `
  create function pg_temp.copied(id text, n bigint) returns text language sql as $$ select left(id, 20) || lpad(n::text, 10, '0') $$;
  create temp table copied as select n from generate_series(1, ${COPIES_OF - 1}) n;
  insert into purchase
  select (jsonb_populate_record(p, jsonb_build_object(
           'id', pg_temp.copied(p.id, n), 'key', p.key || '-' || n, 'fact_seq', nextval('fact_sequence')))).* from purchase p, copied;
  insert into conversion
  select (jsonb_populate_record(c, jsonb_build_object(
           'id', pg_temp.copied(c.id, n), 'purchase_id', pg_temp.copied(c.purchase_id, n)))).* from conversion c, copied;
  insert into reward
  select (jsonb_populate_record(r, jsonb_build_object(
           'id', pg_temp.copied(r.id, n), 'conversion_id', pg_temp.copied(r.conversion_id, n),
           'reason', case when n % 3 = 0 then 'in_review' else r.reason end,
           'decide_by', r.decide_by + n * interval '37 minutes', 'created_at', r.created_at - n * interval '53 minutes'))).* from reward r, copied`;
