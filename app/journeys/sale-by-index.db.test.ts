import { beforeAll, expect, it } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { aSale } from "~/testing/builders/sales";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { trackRefund } from "./track-refund.server";

const GROWN = [
  "customer", "touch", "referral", "purchase", "conversion", "conversion_touch", "reward", "reward_event", "trust_check",
  "ledger_account", "ledger_transaction", "ledger_entry", "mail", "refund",
];

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

/** Copies of every row of the tables, each with ids, numbers and hashes of its own, and PostgreSQL knows how many there are. */
async function grow(times: number): Promise<void> {
  await withClient(test.superuser, async (client) => {
    // Neither triggers nor references: the copies only take up room.
    await client.query("set session_replication_role = replica");
    for (const table of GROWN) {
      await client.query(
        `insert into ${table}
         select copy.*
           from ${table} as original, generate_series(1, $1) as n,
                lateral (select jsonb_object_agg(name, case
                           when jsonb_typeof(value) = 'string' and value #>> '{}' ~ '[0-9a-z]{26}|[0-9a-f]{64}' then to_jsonb((value #>> '{}') || to_char(n, 'FM0000'))
                           when name in ('seq', 'fact_seq') then to_jsonb(1000000 + n * 100 + (value #>> '{}')::bigint)
                           else value end) as fields
                           from jsonb_each(to_jsonb(original)) as field (name, value)) as made,
                lateral jsonb_populate_record(null::${table}, fields) as copy`,
        [times],
      );
    }
    await client.query("select jobs.enqueue('send-mail', '{}', null, now(), 1, 'copy-' || n, 'replace') from generate_series(1, $1) as n", [times]);
    await client.query("analyze");
  });
}

/** Rows that were read by going through a whole table, of the tables that grew. */
async function readInFull(): Promise<Record<string, number>> {
  const { rows } = await test.db.pool.query<{ table: string; read: number }>(
    `select relname as table, seq_tup_read::int as read from pg_stat_user_tables where relname = any($1)`, [[...GROWN, "_private_jobs"]],
  );
  return Object.fromEntries(rows.map(({ table, read }) => [table, read]));
}

it("a sale and its refund find what they need by an index, however many came before", async () => {
  await aCompany(test.db);
  const program = await aProgram(test.db, { clock: test.clock });
  // On connections of its own: each tells what it read when it ends.
  const sell = async (url: string) => {
    const db = new PostgresDatabase(url);
    const parts = { ...test, db };
    const anna = await aRecommender(parts, program);
    const { invoice } = await aSale(parts, { token: await aClickToken(parts, anna), amountMinor: 8_000n });
    await trackRefund({ refundId: `refund-${invoice}`, saleInvoiceId: invoice, amountMinor: 1_000n, currency: "EUR", kind: "refund" }, parts);
    await db.close();
  };
  await sell(test.urls.app);
  await grow(1_000);
  const before = await readInFull();
  // As PostgreSQL plans statements that are asked again and again.
  const url = new URL(test.urls.app);
  url.searchParams.set("options", "-c plan_cache_mode=force_generic_plan");
  await sell(url.href);
  expect(await readInFull()).toEqual(before);
});
