import type { ConversionFilter } from "~/attribution/conversion-filter";
import { listConversions, type ConversionPage } from "~/attribution/list-conversions.server";
import { findPurchasesByNumber } from "~/commerce/find-purchases-by-number.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";

export interface ConversionSearch {
  filter: ConversionFilter;
  page: number;
  /** Whose days the filter speaks of. */
  zone: string;
}

/** Sales and sign-ups at the desk: by the order's number or the customer's, by a code, by who won and why not (S8). */
export async function findConversions(
  { filter: { search, ...filter }, page, zone }: ConversionSearch,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ConversionPage> {
  return db.transaction("find-conversions", async (tx) =>
    listConversions({ ...filter, found: search === "" ? null : await find(tx, search), page, zone }, { db: within(tx) }),
  );
}

async function find(tx: Tx, text: string) {
  const purchases = await findPurchasesByNumber(tx, text);
  const link = await findLinkByCode(tx, text);
  return { purchaseIds: purchases.map(({ id }) => id), externalId: text, linkId: link?.id ?? null };
}
