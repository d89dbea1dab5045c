import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";
import { traceSchema } from "./attribution-trace";
import type { ConversionKind } from "./conversion-filter";

export interface ConversionWish {
  id?: string;
  kind?: ConversionKind;
  outcome?: "attributed" | "unattributed";
  programId?: string;
  championId?: string;
  referralId?: string;
}

/**
 * The decisions about sales and sign-ups, page by page, the newest first: won and not won, each with its checks in order
 * (S4). A payment that was told under two names is one (M10); who asks by the id of the other is told why. A sign-up is told by what the shop said of it: its own number of the customer and its name of the event (A16).
 */
export async function listConversionsAfter({ id, kind, outcome, programId, championId, referralId }: ConversionWish, wish: PageWish, { db = rootDb }: Pick<Deps, "db"> = {}) {
  const { where, ...args } = pageArgs(wish);
  return db.transaction("list-conversions-after", async (tx) => {
    const ofKind = kind && { purchaseId: kind === "sale" ? { not: null } : null };
    const once = id === undefined && { OR: [{ reason: null }, { reason: { not: "duplicate" } }] };
    const filter = { id, outcome, programId, championId, referralId, ...ofKind, ...once };
    const { rows, after } = pageOf(await tx.conversion.findMany({ where: { AND: [where, filter] }, ...args }), wish);
    const purchases = await tx.purchase.findMany({
      where: { id: { in: rows.flatMap(({ purchaseId }) => purchaseId ?? []) } },
      select: { id: true, key: true, currency: true, paidMinor: true },
    });
    const leads = await tx.lead.findMany({
      where: { id: { in: rows.flatMap(({ leadId }) => leadId ?? []) } },
      select: { id: true, externalId: true, eventName: true },
    });
    const purchaseOf = new Map(purchases.map((purchase) => [purchase.id, purchase]));
    const leadOf = new Map(leads.map((lead) => [lead.id, lead]));
    return {
      rows: rows.map((row) => ({
        ...row,
        purchase: purchaseOf.get(row.purchaseId ?? "") ?? null,
        lead: leadOf.get(row.leadId ?? "") ?? null,
        trace: traceSchema.parse(row.trace),
      })),
      after,
    };
  });
}

export type ListedConversion = Awaited<ReturnType<typeof listConversionsAfter>> extends PageOf<infer Row> ? Row : never;
