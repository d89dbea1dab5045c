import { Link } from "@remix-run/react";
import type { Overview } from "~/reports/overview";
import { writeSelection, type ReportSelection } from "~/reports/report-selection";
import { BarChart } from "../components/charts/BarChart";
import { ChartFigure } from "../components/charts/ChartFigure";
import { Table } from "../components/Table";
import { useFormat, useT } from "../i18n";

interface FunnelProps {
  selection: ReportSelection;
  funnel: Overview["funnel"];
}

/** From a click to a purchase, each step opening its rows. */
export function Funnel({ selection, funnel }: FunnelProps) {
  const t = useT();
  const format = useFormat();
  const steps = (["clicks", "claims", "purchases"] as const).map((key, i, all) => {
    const former = all[i - 1];
    const before = former ? funnel[former] : 0;
    return { key, value: funnel[key], ofFormer: before > 0 ? format.percent(funnel[key] / before) : "" };
  });
  return (
    <ChartFigure
      title={t("reports.funnel.title")}
      says={t("reports.funnel.says", { clicks: funnel.clicks, claims: funnel.claims, purchases: funnel.purchases })}
      table={
        <Table
          caption={t("reports.funnel.title")}
          hideCaption
          rows={steps}
          rowKey={({ key }) => key}
          columns={[
            { key: "step", header: t("reports.funnel.step"), rowHeader: true, cell: ({ key }) => t(`reports.funnel.${key}`) },
            { key: "number", header: t("reports.funnel.number"), numeric: true, cell: ({ value }) => format.number(value) },
            { key: "share", header: t("reports.funnel.ofFormer"), numeric: true, cell: ({ ofFormer }) => ofFormer },
          ]}
        />
      }
    >
      <BarChart
        bars={steps.map(({ key, value, ofFormer }) => ({
          key,
          label: (
            <Link to={`/marketing/rows?${writeSelection(selection, { of: key })}`} className="target inline-flex items-center font-semibold text-accent">
              {t(`reports.funnel.${key}`)}
            </Link>
          ),
          value,
          shown: format.number(value),
          note: ofFormer,
        }))}
      />
    </ChartFigure>
  );
}
