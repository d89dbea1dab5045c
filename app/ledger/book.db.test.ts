import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { BOOK_COLUMNS, bookLines, journalEntry, type FiledTransaction } from "./book-file";
import { extendChain } from "./extend-chain.server";
import { getTransaction } from "./get-transaction.server";
import { listAccountEntries } from "./list-account-entries.server";
import { listAccounts } from "./list-accounts.server";
import { listBalances } from "./list-balances.server";
import { postTransaction } from "./post-transaction.server";
import { readBook } from "./read-book.server";
import { readLiability } from "./read-liability.server";

const ZONE = "Europe/Amsterdam";
let test: TestDatabase;

/** Kind, entries, and when it was recorded: the last evening of a local month is the next month in UTC, or not yet. */
const STORY: [kind: string, at: string, entries: [account: string, currency: string, amountMinor: bigint][]][] = [
  ["grant_reward", "2026-08-31T21:59:00Z", [["program_cost:prg_1", "EUR", 1000n], ["champion_pending:chp_1", "EUR", -1000n]]],
  ["grant_reward", "2026-08-31T22:01:00Z", [["program_cost:prg_1", "EUR", 500n], ["champion_pending:chp_2", "EUR", -500n]]],
  ["approve_reward", "2026-09-03T10:00:00Z", [["champion_pending:chp_1", "EUR", 1000n], ["champion_payable:chp_1", "EUR", -1000n]]],
  ["fulfil_reward", "2026-09-09T10:00:00Z", [["champion_payable:chp_1", "EUR", 1000n], ["stripe_credit_issued", "EUR", -1000n]]],
  ["adjust_reward", "2026-10-02T10:00:00Z", [["program_cost:prg_1", "EUR", -250n], ["champion_payable:chp_1", "EUR", 250n]]],
  ["write_off", "2026-11-02T10:00:00Z", [["written_off", "EUR", 250n], ["champion_payable:chp_1", "EUR", -250n]]],
  ["grant_reward", "2026-11-03T10:00:00Z", [["program_cost:prg_1", "JPY", 1200n], ["champion_pending:chp_1", "JPY", -1200n]]],
];

beforeAll(async () => {
  test = await testDatabase();
  for (const [i, [kind, at, lines]] of STORY.entries()) {
    const entries = lines.map(([account, currency, amountMinor]) => ({ account, currency, amountMinor }));
    const input = { kind, idemKey: `k:${i}`, subject: `rwd_${i}`, by: "system", occurredAt: new Date(at), entries };
    const { transactionId } = await test.db.transaction("post", (tx) => postTransaction(tx, input));
    await withClient(test.superuser, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query("update ledger_transaction set recorded_at = $1 where id = $2", [at, transactionId]);
    });
  }
  await extendChain(test);
});

const balancesAt = async (day: string) =>
  (await listBalances({ day, zone: ZONE }, test)).map(({ kind, currency, debitMinor, creditMinor }) => `${kind} ${currency} ${debitMinor - creditMinor}`);

describe("the book", () => {
  it("knows the balance of every kind of account at the end of any local day", async () => {
    expect(await balancesAt("2026-08-30")).toEqual([]);
    expect(await balancesAt("2026-08-31")).toEqual(["champion_pending EUR -1000", "program_cost EUR 1000"]);
    expect(await balancesAt("2026-09-09")).toEqual([
      "champion_payable EUR 0", "champion_pending EUR -500", "program_cost EUR 1500", "stripe_credit_issued EUR -1000",
    ]);
    expect(await balancesAt("2026-11-03")).toContain("champion_pending JPY -1200");
  });

  it("tells month by month what was owed and why it changed; every row adds up and goes on from the one before", async () => {
    const months = await readLiability({ zone: ZONE }, test);
    expect(months.filter(({ currency }) => currency === "EUR").map((row) => [row.month, row.openingMinor, row.grantedMinor, row.takenBackMinor, row.paidMinor, row.writtenOffMinor, row.closingMinor])).toEqual([
      ["2026-11", 250n, 0n, 0n, 0n, 250n, 500n],
      ["2026-10", 500n, 0n, 250n, 0n, 0n, 250n],
      ["2026-09", 1000n, 500n, 0n, 1000n, 0n, 500n],
      ["2026-08", 0n, 1000n, 0n, 0n, 0n, 1000n],
    ]);
    for (const row of months) {
      expect(row.openingMinor + row.grantedMinor - row.takenBackMinor - row.paidMinor + row.writtenOffMinor).toBe(row.closingMinor);
    }
  });

  it("pages through accounts and their entries, each once, of one kind where asked", async () => {
    const day = { day: "2026-11-30", zone: ZONE };
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listAccounts({ ...day, kind: "champion_pending" }, { after, limit: 1 }, test);
      seen.push(...page.rows.map(({ code, currency, balanceMinor }) => `${code} ${currency} ${balanceMinor}`));
      if ((after = page.after) === null) break;
    }
    expect(seen.sort()).toEqual(["champion_pending:chp_1 EUR 0", "champion_pending:chp_1 JPY -1200", "champion_pending:chp_2 EUR -500"]);
    const [cost] = (await listAccounts({ ...day, kind: "program_cost" }, { after: null, limit: 9 }, test)).rows.filter(({ currency }) => currency === "EUR");
    const asked = { ...day, accountId: cost?.id ?? "", kind: null };
    const first = await listAccountEntries(asked, { after: null, limit: 2 }, test);
    const second = await listAccountEntries(asked, { after: first.after, limit: 2 }, test);
    expect([...first.rows, ...second.rows].map(({ amountMinor }) => amountMinor)).toEqual([-250n, 500n, 1000n]);
    expect(second.after).toBeNull();
    const grants = await listAccountEntries({ ...asked, kind: "adjust_reward" }, { after: null, limit: 9 }, test);
    expect(grants.rows).toHaveLength(1);
    await expect(listAccountEntries({ ...asked, accountId: "acc_none" }, { after: null, limit: 9 }, test)).rejects.toMatchObject({ status: 404 });
  });

  it("shows one transaction with its entries and the links around it", async () => {
    const [, second] = await test.db.transaction("read", (tx) => tx.ledgerChain.findMany({ orderBy: { position: "asc" }, take: 2 }));
    const shown = await getTransaction(second?.transactionId ?? "", test);
    expect(shown.link).toMatchObject({ position: 2n, hash: second?.hash });
    expect(shown.link?.before).toMatch(/^[0-9a-f]{64}$/);
    expect(shown.entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
    await expect(getTransaction("txn_none", test)).rejects.toMatchObject({ status: 404 });
  });

  it("gives a local month as lines and as a journal that balance", async () => {
    const filed: FiledTransaction[] = [];
    for await (const part of readBook({ month: "2026-09", zone: ZONE }, test)) filed.push(...part);
    expect(filed.map(({ kind, day }) => `${day} ${kind}`)).toEqual(["2026-09-01 grant_reward", "2026-09-03 approve_reward", "2026-09-09 fulfil_reward"]);
    const [grant] = filed;
    const lines = bookLines(grant as FiledTransaction).map((line) => Object.fromEntries(line.map((cell, i) => [BOOK_COLUMNS[i], cell])));
    expect(lines).toMatchObject([
      { account: "program_cost:prg_1", amount_minor: 500n, debit: "5.00", credit: null, currency: "EUR", day: "2026-09-01", about: "rwd_1", link: 2n },
      { account: "champion_pending:chp_2", amount_minor: -500n, debit: null, credit: "5.00" },
    ]);
    expect(journalEntry(grant as FiledTransaction)).toBe(
      `2026-09-01 * (${grant?.id}) grant_reward  ; about:rwd_1\n    program_cost:prg_1  5.00 EUR\n    champion_pending:chp_2  -5.00 EUR\n\n`,
    );
  });
});
