import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getTrustPolicy } from "~/trust/get-trust-policy.server";
import { putTrustPolicy } from "~/trust/put-trust-policy.server";
import type { TrustPolicy } from "~/trust/trust-policy";

/** An owner chooses how closely a program looks, for sales from now on; the trail keeps what it was (I37). */
export async function saveTrustPolicy(
  { programId, by, policy }: { programId: string; by: string; policy: TrustPolicy },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("save-trust-policy", async (tx) => {
    const before = await getTrustPolicy(programId, { db: within(tx) });
    if (!(await putTrustPolicy(tx, { ...policy, programId, decidedBy: by, decidedAt: clock.now() }, before))) return;
    const { level, adviceOnly, bannedHosts, marginPercent } = policy;
    const facts = { levelBefore: before.level, level, adviceOnly: [...adviceOnly], bannedHosts: [...bannedHosts], marginPercent };
    await recordAudit(tx, { by, action: "program.trust_changed", object: programId, facts, now: clock.now() });
  });
}
