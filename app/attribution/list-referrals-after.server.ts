import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";

export interface ReferralFilter {
  id?: string;
  programId?: string;
  championId?: string;
  linkId?: string;
}

export interface ListedReferral {
  id: string;
  programId: string;
  championId: string;
  linkId: string;
  /** Null for a friend of whom only a payment is known. */
  customer: { id: string; externalId: string | null } | null;
  organisationId: string | null;
  boundAt: Date;
  qualifyUntil: Date | null;
  /** Why it no longer stands (A6). */
  voidReason: string | null;
}

/** Friends bound to champions, page by page, the newest first: by the shop's numbers, never by name. */
export async function listReferralsAfter(
  { id, programId, championId, linkId }: ReferralFilter,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<ListedReferral>> {
  const { where, ...args } = pageArgs(wish);
  return db.transaction("list-referrals-after", async (tx) => {
    const { rows, after } = pageOf(await tx.referral.findMany({ where: { AND: [where, { id, programId, championId, linkId }] }, ...args }), wish);
    const customers = await tx.customer.findMany({
      where: { id: { in: rows.map(({ subjectId }) => subjectId) } },
      select: { id: true, externalId: true },
    });
    const byId = new Map(customers.map((customer) => [customer.id, customer]));
    return { rows: rows.map(({ subjectId, ...row }) => ({ ...row, customer: byId.get(subjectId) ?? null })), after };
  });
}
