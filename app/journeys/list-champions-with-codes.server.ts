import { listChampionsAfter, type ChampionFilter, type ListedChampion } from "~/champions/list-champions-after.server";
import { externalIdsOf } from "~/commerce/external-ids-of.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import type { PageOf, PageWish } from "~/platform/page";
import { mainCodes } from "~/sharing/main-codes.server";

export interface ChampionWithCode extends ListedChampion {
  /** Null until they joined. */
  code: string | null;
  /** The shop's numbers of the customers this champion is. */
  externalIds: string[];
}

/** Champions page by page as a shop knows them: with the code they share and the customers they are. */
export async function listChampionsWithCodes(
  filter: ChampionFilter,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<ChampionWithCode>> {
  return db.transaction("list-champions-with-codes", async (tx) => {
    const { rows, after } = await listChampionsAfter(filter, wish, { db: within(tx) });
    const codes = await mainCodes(tx, rows.map(({ id }) => id));
    const externalIds = await externalIdsOf(tx, rows.map(({ personId }) => personId));
    return { rows: rows.map((row) => ({ ...row, code: codes.get(row.id) ?? null, externalIds: externalIds.get(row.personId) ?? [] })), after };
  });
}
