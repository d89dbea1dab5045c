import { beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { newId } from "~/platform/ids";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { auditLedger } from "./audit-ledger.server";
import { balanceOf } from "./balance-of.server";
import { listLedgerLines } from "./list-ledger-lines.server";
import { postNewTransaction } from "./post-new-transaction.server";
import { postTransaction } from "./post-transaction.server";
import type { TransactionInput } from "./transaction-input";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

let keys = 0;
function transaction(over: Partial<TransactionInput> = {}): TransactionInput {
  return {
    kind: "grant_reward",
    idemKey: `key-${++keys}`,
    subject: "rwd_1",
    by: "system",
    occurredAt: new Date("2026-11-02T09:00:00Z"),
    entries: [
      { account: "program_cost:prg_1", currency: "EUR", amountMinor: 1000n },
      { account: "champion_pending:chp_1", currency: "EUR", amountMinor: -1000n },
    ],
    ...over,
  };
}

const post = (input: TransactionInput) => test.db.transaction("post", (tx) => postTransaction(tx, input));

describe("postNewTransaction", () => {
  const postNew = (input: TransactionInput) => test.db.transaction("post new", (tx) => postNewTransaction(tx, input));
  const keyed = async ({ idemKey }: TransactionInput) =>
    (await test.db.pool.query("select 1 from ledger_transaction where idem_key = $1", [idemKey])).rowCount;

  it("books what `postTransaction` then knows under its key", async () => {
    const input = transaction();
    await postNew(input);
    expect(await post(input)).toMatchObject({ duplicate: true });
  });

  it("fails at the commit for a key that was taken, and for entries that do not balance (I1, I7)", async () => {
    const [taken, crooked] = [transaction(), transaction({ entries: [leg("a", 2n), leg("b", -1n)] })];
    await post(taken);
    await expect(postNew(taken)).rejects.toMatchObject({ code: "23505" });
    await expect(postNew(crooked)).rejects.toThrow();
    expect([await keyed(taken), await keyed(crooked)]).toEqual([1, 0]);
  });
});

describe("postTransaction", () => {
  it("books both sides and gives balances and lines back", async () => {
    const subject = "rwd_lines";
    await post(transaction({ subject, entries: [leg("a", 1500n), leg("b", -1000n), leg("c", -500n)] }));
    const [balance, lines] = await test.db.transaction("read", async (tx) => [
      await balanceOf(tx, "a", "EUR"),
      await listLedgerLines(tx, subject),
    ]);
    expect(balance).toBe(1500n);
    expect(lines).toMatchObject([
      { kind: "grant_reward", entries: [leg("a", 1500n), leg("c", -500n), leg("b", -1000n)] },
    ]);
  });

  it("gives the first result for the same key and input, in any order of entries (I7)", async () => {
    const input = transaction();
    const first = await post(input);
    const again = await post({ ...input, entries: [...input.entries].reverse(), occurredAt: new Date() });
    expect(again).toEqual({ transactionId: first.transactionId, duplicate: true });
  });

  it("refuses the same key with another input (I7)", async () => {
    const input = transaction();
    await post(input);
    await expect(post({ ...input, entries: [leg("a", 1n), leg("b", -1n)] })).rejects.toMatchObject({
      code: "ledger_key_conflict",
      status: 409,
    });
  });

  it("books once when twenty tell the same story at once", async () => {
    const input = transaction({ entries: [leg("race-a", 700n), leg("race-b", -700n)] });
    const results = await Promise.all(Array.from({ length: 20 }, () => post(input)));
    expect(new Set(results.map(({ transactionId }) => transactionId)).size).toBe(1);
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await test.db.transaction("read", (tx) => balanceOf(tx, "race-a", "EUR"))).toBe(700n);
  });

  it("refuses a second reversal of one transaction (I5)", async () => {
    const { transactionId } = await post(transaction());
    const reversal = () =>
      transaction({ entries: transaction().entries.map(turned), reversesId: transactionId });
    await post(reversal());
    await expect(post(reversal())).rejects.toThrow();
  });
});

/** What PostgreSQL itself refuses, as the role the product runs as and as the role that owns the tables. */
describe.each(["app", "migrate"] as const)("PostgreSQL, asked by the role %s", (role) => {
  const at = "2026-11-02T09:00:00Z";

  async function tries(work: (run: (sql: string, values?: unknown[]) => Promise<unknown>) => Promise<void>) {
    const client = new pg.Client({ connectionString: test.urls[role] });
    await client.connect();
    try {
      await client.query("begin");
      await work((sql, values) => client.query(sql, values));
      await client.query("commit");
      return "accepted";
    } catch (error) {
      await client.query("rollback");
      return (error as Error).message;
    } finally {
      await client.end();
    }
  }

  async function account(currency = "EUR") {
    const id = newId("acc");
    await test.db.transaction("account", (tx) =>
      tx.ledgerAccount.create({ data: { id, code: `probe:${id}`, currency } }),
    );
    return id;
  }

  type Statement = [sql: string, values: unknown[]];
  const insertTransaction = (id: string): Statement => [
    `insert into ledger_transaction (id, kind, idem_key, input_hash, subject, by, occurred_at)
      values ($1, 'probe', $1, 'hash', 'probe', 'system', $2)`,
    [id, at],
  ];
  const insertEntry = (
    transactionId: string,
    accountId: string,
    amount: bigint,
    currency = "EUR",
  ): Statement => [
    `insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ($1, $2, $3, $4, $5)`,
    [newId("ent"), transactionId, accountId, currency, amount],
  ];

  async function append(entries: (id: string) => Promise<Statement[]>) {
    const id = newId("txn");
    const rows = await entries(id);
    return await tries(async (run) => {
      await run(...insertTransaction(id));
      for (const row of rows) await run(...row);
    });
  }

  it("accepts a balanced transaction, so that the refusals below mean something", async () => {
    const [a, b] = [await account(), await account()];
    expect(await append(async (id) => [insertEntry(id, a, 5n), insertEntry(id, b, -5n)])).toBe("accepted");
  });

  it("refuses entries that do not sum to 0 at commit", async () => {
    const [a, b] = [await account(), await account()];
    expect(await append(async (id) => [insertEntry(id, a, 5n), insertEntry(id, b, -4n)])).toMatch(
      /does not balance/,
    );
  });

  it("refuses a balance across currencies", async () => {
    const [a, b] = [await account("EUR"), await account("USD")];
    expect(await append(async (id) => [insertEntry(id, a, 5n), insertEntry(id, b, -5n, "USD")])).toMatch(
      /does not balance/,
    );
  });

  it("refuses an entry in another currency than its account", async () => {
    const [a, b] = [await account("EUR"), await account("USD")];
    expect(await append(async (id) => [insertEntry(id, a, 5n), insertEntry(id, b, -5n)])).toMatch(
      /on an account in USD/,
    );
  });

  it("refuses an empty and a one-legged transaction", async () => {
    const a = await account();
    expect(await append(async () => [])).toMatch(/fewer than two entries/);
    expect(await append(async (id) => [insertEntry(id, a, 5n)])).toMatch(/fewer than two entries/);
  });

  it("refuses an amount of 0", async () => {
    const [a, b] = [await account(), await account()];
    expect(await append(async (id) => [insertEntry(id, a, 0n), insertEntry(id, b, 0n)])).toMatch(
      /amount_not_zero/,
    );
  });

  it("refuses a late entry, even a balanced pair (the seal)", async () => {
    const { transactionId } = await post(transaction());
    const [a, b] = [await account(), await account()];
    const message = await tries(async (run) => {
      await run(...insertEntry(transactionId, a, 5n));
      await run(...insertEntry(transactionId, b, -5n));
    });
    expect(message).toMatch(/sealed: a late entry is refused/);
  });

  it("keeps the seal when the writer names another one", async () => {
    const id = newId("txn");
    await tries(async (run) => {
      await run(
        `insert into ledger_transaction (id, kind, idem_key, input_hash, subject, by, occurred_at, xid)
        values ($1, 'probe', $1, 'hash', 'probe', 'system', $2, 1)`,
        [id, at],
      );
      await run(...insertEntry(id, await account(), 5n));
      await run(...insertEntry(id, await account(), -5n));
    });
    const row = await test.db.transaction("read", (tx) => tx.ledgerTransaction.findUnique({ where: { id } }));
    expect(row?.xid).toBeGreaterThan(1n);
  });

  const REFUSED = /append-only|permission denied/;
  it.each([
    "update ledger_entry set amount_minor = amount_minor + 1",
    "delete from ledger_entry",
    "truncate ledger_entry cascade",
    "update ledger_transaction set subject = 'other'",
    "delete from ledger_transaction",
    "truncate ledger_transaction cascade",
    "update ledger_account set currency = 'USD'",
    "delete from ledger_account",
    "truncate ledger_account cascade",
  ])("refuses: %s", async (statement) => {
    await post(transaction());
    expect(await tries(async (run) => void (await run(statement)))).toMatch(REFUSED);
  });
});

it("leaves a book in which the audit finds nothing", async () => {
  const found = await test.db.transaction("audit", auditLedger);
  // The accounts of refused entries stand empty.
  expect(found.filter(({ detail }) => !/^account probe:.* without an entry$/.test(detail))).toEqual([]);
});

function leg(account: string, amountMinor: bigint) {
  return { account, currency: "EUR", amountMinor };
}

function turned<Entry extends { amountMinor: bigint }>(entry: Entry): Entry {
  return { ...entry, amountMinor: -entry.amountMinor };
}
