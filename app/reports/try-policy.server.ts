import { reportDb, type Deps } from "~/platform/deps.server";
import type { Program } from "~/programs/program";
import { byPurchase } from "./by-purchase";
import { comparePolicies, type PolicyComparison } from "./compare-policies";
import type { PastReward, Policy } from "./policy";
import { listPastRewards } from "./policy-store.server";
import type { Quarter } from "./quarter";
import { listSetbacksOf } from "./replay-store.server";
import { simulatePolicy } from "./simulate-policy";
import { takenBackSteps } from "./taken-back-steps";
import { toTheEnd } from "./to-the-end.server";

/** The newest of a quarter; more of them would keep somebody waiting and tell them nothing else. */
const REWARDS_AT_MOST = 20_000;

/** What two policies make of a quarter. */
export interface TriedPolicy extends PolicyComparison {
  quarter: Quarter;
  currency: string;
  /** There were more rewards than were gone through. */
  cut: boolean;
}

/** Goes through the rewards of a quarter under the present policy and under one that is tried; reads, and writes nothing. */
export async function tryPolicy(
  { program, quarter, present, tried }: { program: Program; quarter: Quarter; present: Policy; tried: Policy },
  { db = reportDb }: Pick<Deps, "db"> = {},
): Promise<TriedPolicy> {
  const window = { programId: program.id, from: quarter.from, until: quarter.until };
  const [rows, setbacks] = await db.transaction("try-policy", (tx) =>
    Promise.all([listPastRewards(tx, { ...window, atMost: REWARDS_AT_MOST + 1 }), listSetbacksOf(tx, window)]),
  );
  const back = byPurchase(setbacks);
  const rewards: PastReward[] = rows
    .slice(0, REWARDS_AT_MOST)
    .map((row) => ({ ...row, checks: row.checks ?? [], takenBack: takenBackSteps(row, back.get(row.purchaseId) ?? []) }));
  const courses = (policy: Policy) => toTheEnd(simulatePolicy(rewards, policy, program.calendar));
  const comparison = comparePolicies(rewards, await courses(present), await courses(tried));
  return { ...comparison, quarter, currency: program.version.rules.currency, cut: rows.length > REWARDS_AT_MOST };
}
