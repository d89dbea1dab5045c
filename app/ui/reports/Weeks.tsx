import type { WeekLine } from "~/reports/overview";
import { ChartFigure } from "../components/charts/ChartFigure";
import { LineChart } from "../components/charts/LineChart";
import { Table } from "../components/Table";
import { useFormat, useT } from "../i18n";

/** Clicks, claims and purchases week by week, with the table behind the lines. */
export function Weeks({ weeks, currency }: { weeks: WeekLine[]; currency: string }) {
  const t = useT();
  const format = useFormat();
  const summary = t("reports.weeks.summary", { weeks: weeks.length });
  const kinds = ["clicks", "claims", "purchases"] as const;
  return (
    <ChartFigure
      title={t("reports.weeks.title")}
      says={summary}
      table={
        <Table
          caption={t("reports.weeks.title")}
          hideCaption
          dense
          rows={weeks}
          rowKey={({ week }) => week.toISOString()}
          columns={[
            { key: "week", header: t("reports.weeks.week"), rowHeader: true, cell: ({ week }) => format.date(week, "UTC") },
            ...kinds.map((kind) => ({
              key: kind,
              header: t(`reports.funnel.${kind}`),
              numeric: true,
              cell: (line: WeekLine) => format.number(line[kind]),
            })),
            {
              key: "revenue",
              header: t("reports.weeks.revenue"),
              numeric: true,
              cell: ({ revenueMinor }) => format.money({ amountMinor: revenueMinor, currency }),
            },
          ]}
        />
      }
    >
      <LineChart
        summary={summary}
        labels={weeks.map(({ week }) => format.shortDate(week, "UTC"))}
        write={(value) => format.number(value)}
        series={kinds.map((kind) => ({ name: t(`reports.funnel.${kind}`), points: weeks.map((line) => ({ value: line[kind] })) }))}
      />
    </ChartFigure>
  );
}
