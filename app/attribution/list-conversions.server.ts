import { rootDb, type Deps } from "~/platform/deps.server";
import { countConversions, findConversionPage, type ConversionQuery, type LoggedConversion } from "./conversion-log-store.server";

const PAGE_SIZE = 50;

export type { LoggedConversion };

export interface ConversionPage {
  conversions: LoggedConversion[];
  page: number;
  pages: number;
  total: number;
}

/** One page of the sales and sign-ups, won and not won, newest first; beyond the last page, the last. */
export async function listConversions(
  { page, ...query }: ConversionQuery & { page: number },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ConversionPage> {
  return db.transaction("list-conversions", async (tx) => {
    const total = await countConversions(tx, query);
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const shown = Math.min(page, pages);
    const conversions = await findConversionPage(tx, query, { skip: (shown - 1) * PAGE_SIZE, take: PAGE_SIZE });
    return { conversions, page: shown, pages, total };
  });
}
