import { isDeepStrictEqual } from "node:util";
import type { Tx } from "~/platform/db.server";
import { insertPolicy } from "./policy-store.server";
import type { TrustPolicy } from "./trust-policy";

/** Adds a policy where it says something else than the one before. @returns whether it did */
export async function putTrustPolicy(
  tx: Tx,
  policy: TrustPolicy & { programId: string; decidedAt: Date; decidedBy: string },
  before: TrustPolicy,
): Promise<boolean> {
  const { level, adviceOnly, bannedHosts, marginPercent } = policy;
  if (isDeepStrictEqual({ level, adviceOnly, bannedHosts, marginPercent }, { ...before })) return false;
  await insertPolicy(tx, policy);
  return true;
}
