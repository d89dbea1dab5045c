import { Link } from "@remix-run/react";
import type { BreakdownLine, Overview } from "~/reports/overview";
import { writeSelection, type ReportSelection } from "~/reports/report-selection";
import { Table } from "../components/Table";
import { useFormat, useT } from "../i18n";
import { useChannelName } from "./use-channel-name";

interface BreakdownsProps {
  selection: ReportSelection;
  overview: Overview;
}

const SHOWN = 10;

/** The same figures by champion, by channel and by label; each name narrows the page to itself. */
export function Breakdowns({ selection, overview }: BreakdownsProps) {
  const t = useT();
  const channelName = useChannelName();
  return (
    <div className="grid grid-cols-1 gap-6 xl:grid-cols-2 print:grid-cols-2 print:gap-3">
      <div className="xl:col-span-2 print:col-span-1 print:row-span-2">
        <Lines kind="champion" lines={overview.byChampion} currency={overview.currency} nameOf={({ name }) => name} to={({ key }) => writeSelection(selection, { champion: key })} />
      </div>
      <Lines kind="channel" lines={overview.byChannel} currency={overview.currency} nameOf={({ name }) => channelName(name)} to={({ key }) => (key ? writeSelection(selection, { channel: key }) : null)} />
      <Lines kind="label" lines={overview.byLabel} currency={overview.currency} nameOf={({ name }) => name ?? t("reports.by.noLabel")} to={({ key }) => writeSelection(selection, { label: key })} />
    </div>
  );
}

interface LinesProps {
  kind: "champion" | "channel" | "label";
  lines: BreakdownLine[];
  currency: string;
  nameOf: (line: BreakdownLine) => string | null;
  /** The query that narrows the page to this line; null where that is not possible. */
  to: (line: BreakdownLine) => string | null;
}

function Lines({ kind, lines, currency, nameOf, to }: LinesProps) {
  const t = useT();
  const format = useFormat();
  const hidden = lines.length - SHOWN;
  return (
    <section className="flex flex-col gap-2">
      <Table
        caption={t(`reports.by.${kind}`)}
        dense
        rows={lines.slice(0, SHOWN)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            header: t("reports.by.name"),
            rowHeader: true,
            cell: (line) => {
              const query = to(line);
              return query ? (
                <Link to={`/marketing?${query}`} className="inline-flex min-h-6 items-center text-accent max-sm:min-h-11 print:min-h-0">
                  {nameOf(line)}
                </Link>
              ) : (
                nameOf(line)
              );
            },
          },
          ...(["clicks", "claims", "purchases"] as const).map((figure) => ({
            key: figure,
            header: t(`reports.funnel.${figure}`),
            numeric: true,
            wideOnly: figure === "claims",
            cell: (line: BreakdownLine) => format.number(line[figure]),
          })),
          {
            key: "revenue",
            header: t("reports.weeks.revenue"),
            numeric: true,
            cell: ({ revenueMinor }) => format.money({ amountMinor: revenueMinor, currency }),
          },
        ]}
      />
      {lines.length === 0 ? <p className="text-sm text-muted">{t("reports.by.empty")}</p> : null}
      {hidden > 0 ? <p className="text-sm text-muted">{t("reports.by.more", { count: hidden })}</p> : null}
    </section>
  );
}
