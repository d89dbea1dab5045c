import { listAccounts } from "~/ledger/list-accounts.server";
import { listBalances, type BookDay } from "~/ledger/list-balances.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { nameAccounts } from "./name-accounts.server";

const PAGE_SIZE = 50;

/** The balances of all kinds of accounts at the end of a day and, where one kind was chosen, its accounts with whose they are. */
export async function showAccounts(
  { kind, after, ...day }: BookDay & { kind: string | null; after: string | null },
  { db = rootDb }: Pick<Deps, "db"> = {},
) {
  return db.transaction("show-accounts", async (tx) => {
    const balances = await listBalances(day, { db: within(tx) });
    if (kind === null) return { balances, accounts: null };
    const accounts = await listAccounts({ ...day, kind }, { after, limit: PAGE_SIZE }, { db: within(tx) });
    return { balances, accounts: { ...accounts, names: await nameAccounts(tx, accounts.rows.map(({ code }) => code)) } };
  });
}
