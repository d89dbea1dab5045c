import { rootDb, type Deps } from "~/platform/deps.server";
import { countsAsked, type Goal } from "~/programs/goal";
import { getProgramWithVersions } from "~/programs/get-program-with-versions.server";
import type { Program } from "~/programs/program";
import { listGoals } from "~/rewards/list-goals.server";

export interface ShownGoals {
  currency: string;
  goals: Goal[];
}

/** What a champion's next friends lead to under the rules in force, with what counts towards it already. */
export async function showGoals(
  { championId, program }: { championId: string; program: Pick<Program, "id" | "version"> },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ShownGoals> {
  const { rewards: rules, currency } = program.version.rules;
  const { stayed, thanked } = countsAsked(rules);
  if (!stayed && !thanked) return { currency, goals: [] };
  return await db.transaction("show-goals", async (tx) => {
    const { versions } = await getProgramWithVersions(tx, program.id);
    return { currency, goals: await listGoals(tx, { championId, rules, versions }) };
  });
}
