import { listAccountEntries } from "~/ledger/list-account-entries.server";
import type { BookDay } from "~/ledger/list-balances.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { nameAccounts } from "./name-accounts.server";

const PAGE_SIZE = 50;

/** One account with whose it is and what was booked there by the end of a day. @throws NotFoundError */
export async function showAccount(
  { after, ...asked }: BookDay & { accountId: string; kind: string | null; after: string | null },
  { db = rootDb }: Pick<Deps, "db"> = {},
) {
  return db.transaction("show-account", async (tx) => {
    const listed = await listAccountEntries(asked, { after, limit: PAGE_SIZE }, { db: within(tx) });
    const { code } = listed.account;
    return { ...listed, owner: (await nameAccounts(tx, [code]))[code] ?? null };
  });
}
