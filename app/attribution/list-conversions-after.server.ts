import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";
import { traceSchema } from "./attribution-trace";

export interface ConversionWish {
  id?: string;
  outcome?: "attributed" | "unattributed";
  programId?: string;
  championId?: string;
  referralId?: string;
}

/** The decisions about sales, page by page, the newest first: won and not won, each with its checks in order (S4). */
export async function listConversionsAfter({ id, outcome, programId, championId, referralId }: ConversionWish, wish: PageWish, { db = rootDb }: Pick<Deps, "db"> = {}) {
  const { where, ...args } = pageArgs(wish);
  return db.transaction("list-conversions-after", async (tx) => {
    const filter = { id, outcome, programId, championId, referralId };
    const { rows, after } = pageOf(await tx.conversion.findMany({ where: { AND: [where, filter] }, ...args }), wish);
    const purchases = await tx.purchase.findMany({
      where: { id: { in: rows.map(({ purchaseId }) => purchaseId) } },
      select: { id: true, key: true, currency: true, paidMinor: true },
    });
    const byId = new Map(purchases.map((purchase) => [purchase.id, purchase]));
    return {
      rows: rows.flatMap((row) => {
        const purchase = byId.get(row.purchaseId);
        return purchase ? [{ ...row, purchase, trace: traceSchema.parse(row.trace) }] : [];
      }),
      after,
    };
  });
}

export type ListedConversion = Awaited<ReturnType<typeof listConversionsAfter>> extends PageOf<infer Row> ? Row : never;
