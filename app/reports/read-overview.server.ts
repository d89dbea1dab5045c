import { reportDb, type Deps } from "~/platform/deps.server";
import { overviewOf, type Overview } from "./overview";
import type { ReportSelection } from "./report-selection";
import { countClaims, countClicks, listChoices, listGiven, listOwed, listSales, type ChoiceRow } from "./report-store.server";

export interface OverviewPage {
  overview: Overview;
  choices: { programs: ChoiceRow[]; champions: ChoiceRow[] };
}

/** Marketing's page: everything added up from the same rows that `listReportRows` shows. */
export async function readOverview(
  selection: ReportSelection,
  { db = reportDb }: Pick<Deps, "db"> = {},
): Promise<OverviewPage> {
  return db.transaction("read-overview", async (tx) => {
    const sales = await listSales(tx, selection);
    const given = await listGiven(tx, selection);
    const owed = await listOwed(tx, selection);
    const overview = overviewOf({
      selection,
      currency: mostCommon([...sales, ...given, ...owed].map((row) => row.currency)) ?? "EUR",
      clicks: await countClicks(tx, selection),
      claims: await countClaims(tx, selection),
      sales,
      given,
      owed,
    });
    return { overview, choices: await listChoices(tx) };
  });
}

function mostCommon(values: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
