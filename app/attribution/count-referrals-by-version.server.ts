import { rootDb, type Deps } from "~/platform/deps.server";

/** How many friends each version of a program's rules is frozen for (W2), by version id. */
export async function countReferralsByVersion(
  programId: string,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<Map<string, number>> {
  const counts = await db.transaction("count-referrals-by-version", (tx) =>
    tx.referral.groupBy({ by: ["programVersionId"], where: { programId }, _count: true }),
  );
  return new Map(counts.map(({ programVersionId, _count }) => [programVersionId, _count]));
}
