import { rootDb, type Deps } from "~/platform/deps.server";
import { findPolicy } from "./policy-store.server";
import { DEFAULT_POLICY, type TrustPolicy } from "./trust-policy";

/** How closely a program looks at present. */
export async function getTrustPolicy(programId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<TrustPolicy> {
  return (await db.transaction("get-trust-policy", (tx) => findPolicy(tx, programId))) ?? DEFAULT_POLICY;
}
