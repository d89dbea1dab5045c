import { reportDb, type Deps } from "~/platform/deps.server";
import type { Money } from "~/platform/money";
import type { ReportSelection } from "./report-selection";
import { countClaims, countClicks, listGiven, listOwed, listSales } from "./report-store.server";

/** The numbers of the overview whose rows can be opened. */
export const ROW_KINDS = ["clicks", "claims", "purchases", "given", "owed"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One row behind a number. What a row has none of is null. */
export interface ReportRow {
  id: string;
  at: Date;
  championId: string;
  champion: string;
  label: string | null;
  channel: string | null;
  /** How much of the number this row is: 1 for a sale, the clicks of a week and link. */
  count: number | null;
  money: Money | null;
}

export function isRowKind(value: string | null): value is RowKind {
  return ROW_KINDS.some((kind) => kind === value);
}

/** The rows that add up to one number of the overview, newest first. Never a friend's name or purchase line. */
export async function listReportRows(
  kind: RowKind,
  selection: ReportSelection,
  { db = reportDb }: Pick<Deps, "db"> = {},
): Promise<ReportRow[]> {
  return db.transaction("list-report-rows", async (tx) => {
    switch (kind) {
      case "clicks":
      case "claims": {
        const visits = kind === "clicks" ? await countClicks(tx, selection) : await countClaims(tx, selection);
        return visits.reverse().map(({ week, linkId, championId, champion, label, channel, count }) => ({
          id: `${week.toISOString()}:${linkId}:${channel ?? ""}`,
          at: week,
          championId,
          champion,
          label,
          channel,
          count,
          money: null,
        }));
      }
      case "purchases":
        return (await listSales(tx, selection)).map((sale) => ({
          id: sale.conversionId,
          at: sale.occurredAt,
          championId: sale.championId,
          champion: sale.champion,
          label: sale.label,
          channel: sale.channel,
          count: 1,
          money: { amountMinor: sale.revenueMinor, currency: sale.currency },
        }));
      case "given":
      case "owed": {
        const thanks = kind === "given" ? await listGiven(tx, selection) : await listOwed(tx, selection);
        return thanks.map(({ rewardId, occurredAt, championId, champion, amountMinor, currency }) => ({
          id: rewardId,
          at: occurredAt,
          championId,
          champion,
          label: null,
          channel: null,
          count: null,
          money: { amountMinor, currency },
        }));
      }
    }
  });
}
