import { DONATION_DUE_PREFIX } from "~/ledger/chart-of-accounts";
import { rootDb, type Deps } from "~/platform/deps.server";
import { listCauseRows, listDonationRows } from "./cause-store.server";

export interface Collected {
  causeId: string;
  name: string;
  currency: string;
  /** What waits to be passed on, in minor units. */
  amountMinor: bigint;
}

export interface PassedOn {
  id: string;
  name: string;
  currency: string;
  amountMinor: bigint;
  receipt: string;
  givenAt: Date;
}

const LATEST = 50;

/** What was collected for each cause and waits, straight from the book, and what was passed on lately. */
export async function listCollected({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<{ waiting: Collected[]; passedOn: PassedOn[] }> {
  return await db.transaction("list-collected", async (tx) => {
    const causes = new Map((await listCauseRows(tx)).map(({ id, name }) => [id, name]));
    const rows = await tx.$queryRaw<{ causeId: string; currency: string; amountMinor: bigint }[]>`
      select substr(a.code, length(${DONATION_DUE_PREFIX}) + 1) as "causeId", e.currency, -sum(e.amount_minor)::bigint as "amountMinor"
        from ledger_entry e join ledger_account a on a.id = e.account_id and starts_with(a.code, ${DONATION_DUE_PREFIX})
       group by 1, 2 having sum(e.amount_minor) <> 0 order by 1, 2`;
    const nameOf = (causeId: string) => causes.get(causeId) ?? causeId;
    const passedOn = await listDonationRows(tx, LATEST);
    return {
      waiting: rows.map((row) => ({ ...row, name: nameOf(row.causeId) })),
      passedOn: passedOn.map(({ causeId, givenBy: _by, ...line }) => ({ ...line, name: nameOf(causeId) })),
    };
  });
}
