import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { auditTotals } from "./audit-totals.server";
import { extendChain } from "./extend-chain.server";
import { listAccountEntries } from "./list-account-entries.server";
import { listAccounts } from "./list-accounts.server";
import { listBalances } from "./list-balances.server";
import { postTransaction } from "./post-transaction.server";
import { readLiability } from "./read-liability.server";

/** Half an hour from the whole one, so that a day here ends within an hour of UTC. */
const ZONE = "Asia/Kolkata";
const DAYS = ["2026-08-30", "2026-08-31", "2026-09-01"];
let test: TestDatabase;
let count = 0;

beforeAll(async () => {
  test = await testDatabase();
});

const audit = () => test.db.transaction("audit", (tx) => auditTotals(tx, 5));
const summed = <Row extends object>(sql: string, ...values: unknown[]) =>
  withClient(test.superuser, async (client) => (await client.query<Row>(sql, values)).rows);

const booking = fc.record({
  from: fc.constantFrom("program_cost:prg_1", "champion_pending:chp_1", "champion_payable:chp_2"),
  to: fc.constantFrom("champion_pending:chp_2", "champion_payable:chp_1", "stripe_credit_issued"),
  kind: fc.constantFrom("grant_reward", "approve_reward", "fulfil_reward", "write_off"),
  currency: fc.constantFrom("EUR", "JPY"),
  amountMinor: fc.bigInt({ min: -9n, max: 9n }).filter((amount) => amount !== 0n),
  // Three days to the quarter, and moments beside its edges.
  at: fc.tuple(fc.nat(280), fc.constantFrom(-1, 0, 1)).map(([quarter, ms]) => new Date(Date.UTC(2026, 7, 30) + quarter * 900_000 + ms)),
});

async function post({ from, to, kind, currency, amountMinor, at }: typeof booking extends fc.Arbitrary<infer B> ? B : never) {
  const entries = [{ account: from, currency, amountMinor }, { account: to, currency, amountMinor: -amountMinor }];
  const input = { kind, idemKey: `k:${++count}`, subject: `rwd_${count}`, by: "system", occurredAt: at, entries };
  const { transactionId } = await test.db.transaction("post", (tx) => postTransaction(tx, input));
  await withClient(test.superuser, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("update ledger_transaction set recorded_at = $1 where id = $2", [at, transactionId]);
  });
}

/** What the pages say, and what the entries themselves come to. */
async function expectPagesToAddUp() {
  for (const day of DAYS) {
    const asked = { day, zone: ZONE };
    const balances = await listBalances(asked, test);
    expect(balances.map(({ kind, currency, debitMinor, creditMinor, open }) => ({ kind, currency, debit: String(debitMinor), credit: String(creditMinor), open }))).toEqual(
      await summed(
        `with account as (
           select split_part(a.code, ':', 1) as kind, a.currency, sum(e.amount_minor) as balance
             from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_transaction t on t.id = e.transaction_id
            where t.recorded_at < ($1::date + 1)::timestamp at time zone $2 group by a.id)
         select kind, currency, sum(greatest(balance, 0))::text as debit, sum(greatest(-balance, 0))::text as credit,
                sum((balance <> 0)::integer)::integer as open from account group by 1, 2 order by 2, 1`,
        day, ZONE,
      ),
    );
    for (const { kind } of day === DAYS[1] ? balances : []) {
      for (const { id, balanceMinor } of (await listAccounts({ ...asked, kind }, { after: null, limit: 20 }, test)).rows) {
        const one = await listAccountEntries({ ...asked, accountId: id, kind: null }, { after: null, limit: 200 }, test);
        expect([balanceMinor, one.account.balanceMinor]).toEqual(Array(2).fill(one.rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)));
      }
    }
  }
  const months = await readLiability({ zone: ZONE }, test);
  expect(months.map(({ month, currency, grantedMinor, paidMinor, writtenOffMinor, closingMinor, openingMinor }) => [month, currency, grantedMinor, paidMinor, writtenOffMinor, closingMinor - openingMinor].join(" "))).toEqual(
    (await summed<{ row: string }>(
      `with moved as (
         select to_char(t.recorded_at at time zone $1, 'YYYY-MM') as month, e.currency, -sum(e.amount_minor) as change,
                coalesce(-sum(e.amount_minor) filter (where t.kind = 'grant_reward'), 0) as granted, coalesce(sum(e.amount_minor) filter (where t.kind = 'fulfil_reward'), 0) as paid,
                coalesce(-sum(e.amount_minor) filter (where t.kind = 'write_off'), 0) as written
           from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_transaction t on t.id = e.transaction_id
          where a.code like 'champion%' group by 1, 2)
       select concat_ws(' ', month, currency, granted, paid, written, change) as row from moved
        where (change, granted, paid, written) <> (0, 0, 0, 0) order by month desc, currency`,
      ZONE,
    )).map(({ row }) => row),
  );
}

describe("the running totals of the book (I8)", () => {
  it("are what the entries come to, whatever the order of booking and however much of it is counted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(booking, { minLength: 1, maxLength: 12 }), async (bookings) => {
        for (const one of bookings) await post(one);
        await expectPagesToAddUp();
        await extendChain(test);
        await expectPagesToAddUp();
        expect(await audit()).toEqual([]);
      }),
      { numRuns: 5 },
    );
    // What stays behind work that is still going on elsewhere in the cluster is counted by the next job.
    await expect.poll(async () => (await extendChain(test), (await test.db.transaction("read", (tx) => tx.ledgerCounted.findFirst()))?.position), { timeout: 20_000 }).toBe(BigInt(count));
    await expectPagesToAddUp();
    expect(await audit()).toEqual([]);
  }, 60_000);

  it.each([
    ["raised", "update ledger_total set running_minor = running_minor + 1 where (measure, scope, quarter) = ($1, $2, $3)"],
    ["gone", "delete from ledger_total where (measure, scope, quarter) = ($1, $2, $3)"],
    ["moved", "update ledger_total set quarter = quarter - interval '90 days' where (measure, scope, quarter) = ($1, $2, $3)"],
  ])("are named by the audit where one is %s", async (_what, sql) => {
    const rows = await summed<{ measure: string; scope: string; quarter: Date; running_minor: string }>(
      "select distinct on (measure) measure, scope, quarter, running_minor from ledger_total order by measure, quarter",
    );
    expect(rows.length).toBeGreaterThan(7);
    for (const { measure, scope, quarter, running_minor } of rows) {
      await summed(sql, measure, scope, quarter);
      expect((await audit()).map(({ invariant, subject }) => `${invariant} ${subject}`)).toContain(`I8 ${measure} of ${scope}`);
      await summed("delete from ledger_total where measure = $1 and scope = $2 and quarter in ($3::timestamptz, $3::timestamptz - interval '90 days')", measure, scope, quarter);
      await summed("insert into ledger_total values ($1, $2, $3, $4)", measure, scope, quarter, running_minor);
      expect(await audit()).toEqual([]);
    }
  });
});
