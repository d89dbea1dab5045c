import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import pg from "pg";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { auditLedger } from "./audit-ledger.server";
import { postTransaction } from "./post-transaction.server";

let test: TestDatabase;
let subject = "";
let count = 0;

beforeAll(async () => {
  test = await testDatabase();
});

beforeEach(async () => {
  subject = `rwd_${++count}`;
  await post(`grant:${subject}`, "grant_reward", [
    ["program_cost:prg_1", 1000n],
    ["champion_payable:chp_1", -1000n],
  ]);
});

async function post(idemKey: string, kind: string, entries: [string, bigint][], reversesId?: string) {
  return await test.db.transaction("post", (tx) =>
    postTransaction(tx, {
      kind,
      idemKey,
      subject,
      by: "system",
      occurredAt: test.clock.now(),
      reversesId: reversesId ?? null,
      entries: entries.map(([account, amountMinor]) => ({ account, currency: "EUR", amountMinor })),
    }),
  );
}

/** Tampers as only a superuser can, looks, and takes it back: with the guards off for this session. */
async function findingsAfter(...statements: string[]) {
  const client = new pg.Client({ connectionString: test.superuser });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
    const found = await test.db.transaction("audit", auditLedger);
    return found.map(({ invariant, subject: at }) => `${invariant} ${at}`);
  } finally {
    await client.end();
  }
}

const idOf = async (table: "entry" | "transaction") =>
  await test.db.transaction("read", async (tx) => {
    const transaction = await tx.ledgerTransaction.findFirstOrThrow({ where: { subject } });
    if (table === "transaction") return transaction.id;
    return (
      await tx.ledgerEntry.findFirstOrThrow({
        where: { transactionId: transaction.id, amountMinor: { gt: 0 } },
      })
    ).id;
  });

describe("auditLedger", () => {
  it("finds nothing in an honest book", async () => {
    expect(await test.db.transaction("audit", auditLedger)).toEqual([]);
  });

  it("finds a changed amount, and that it was changed later", async () => {
    const [entry, transaction] = [await idOf("entry"), await idOf("transaction")];
    const found = await findingsAfter(`update ledger_entry set amount_minor = 1001 where id = '${entry}'`);
    await findingsAfter(`update ledger_entry set amount_minor = 1000 where id = '${entry}'`);
    expect(found).toEqual([`I1 ${transaction}`, "I2 EUR", `I6 ${entry}`]);
  });

  it("finds a deleted entry", async () => {
    const [entry, transaction] = [await idOf("entry"), await idOf("transaction")];
    const found = await findingsAfter(
      `create temp table kept as select * from ledger_entry where id = '${entry}'`,
      `delete from ledger_entry where id = '${entry}'`,
    );
    expect(found).toEqual(expect.arrayContaining([`I1 ${transaction}`, "I2 EUR"]));
    await findingsAfter(
      `delete from ledger_entry where transaction_id = '${transaction}'`,
      `delete from ledger_transaction where id = '${transaction}'`,
    );
  });

  it("finds an account swapped for one in another currency, and an entry of 0", async () => {
    const entry = await idOf("entry");
    const found = await findingsAfter(
      "insert into ledger_account (id, code, currency) values ('acc_usd', 'other', 'USD')",
      `update ledger_entry set account_id = 'acc_usd' where id = '${entry}'`,
    );
    expect(found).toContain(`I3 ${entry}`);
    expect(found).toContain(`I6 ${entry}`);
  });

  it("finds a reversal that is not the mirror of what it reverses", async () => {
    const original = await idOf("transaction");
    const { transactionId } = await post(
      `undo:${subject}`,
      "undo_approval",
      [
        ["program_cost:prg_1", -900n],
        ["champion_payable:chp_1", 900n],
      ],
      original,
    );
    expect(await findingsAfter()).toContain(`I5 ${transactionId}`);
  });

  it("finds a champion who owes more than was ever taken back", async () => {
    await post(`out:${subject}`, "fulfil_reward", [
      ["champion_payable:chp_9", 700n],
      ["stripe_credit_issued", -700n],
    ]);
    expect(await findingsAfter()).toContain("I9 champion_payable:chp_9");
    await post(`back:${subject}`, "adjust_reward", [
      ["program_cost:prg_1", -700n],
      ["champion_payable:chp_8", 700n],
    ]);
    expect(await findingsAfter()).not.toContain("I9 champion_payable:chp_8");
  });

  it("finds a guard that was switched off", async () => {
    const found = await findingsAfter("alter table ledger_entry disable trigger sealed");
    await findingsAfter("alter table ledger_entry enable trigger sealed");
    expect(found).toContain("I4 ledger_entry.sealed");
  });
});
