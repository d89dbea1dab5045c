import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { pageNumber } from "~/http/page-number";
import { selectionOf } from "~/http/report-selection.server";
import { AppError } from "~/platform/errors";
import { isRowKind, listReportRows, type ReportRow } from "~/reports/list-report-rows.server";
import { writeSelection } from "~/reports/report-selection";
import { DateTime } from "~/ui/components/DateTime";
import { BackLink } from "~/ui/components/BackLink";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { useChannelName } from "~/ui/reports/use-channel-name";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "reports.title" } satisfies PageHandle;

const PAGE_SIZE = 50;

/** The rows that add up to one number of the overview. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const selection = selectionOf(request);
  const search = new URL(request.url).searchParams;
  const kind = search.get("of");
  if (!isRowKind(kind)) throw new AppError("bad_request", { message: "no such rows", status: 400 });
  const all = await listReportRows(kind, selection);
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(pageNumber(search), pages);
  const counted = all.some((row) => row.count !== null);
  return {
    kind,
    page,
    pages,
    rows: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    query: writeSelection(selection),
    count: counted ? all.reduce((sum, row) => sum + (row.count ?? 0), 0) : all.length,
    totals: totalsOf(all),
  };
}

function totalsOf(rows: ReportRow[]) {
  const totals = new Map<string, bigint>();
  for (const { money } of rows) if (money) totals.set(money.currency, (totals.get(money.currency) ?? 0n) + money.amountMinor);
  return [...totals].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

export default function MarketingRows() {
  const { kind, rows, page, pages, query, count, totals } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const channelName = useChannelName();
  const visits = kind === "clicks" || kind === "claims";
  const columns: Column<ReportRow>[] = [
    { key: "when", header: t("reports.rows.when"), rowHeader: true, cell: ({ at }) => (visits ? format.date(at, "UTC") : <DateTime at={at} show="day" />) },
    { key: "champion", header: t("reports.rows.champion"), cell: ({ champion }) => champion },
    { key: "label", header: t("reports.rows.label"), wideOnly: true, cell: ({ label }) => label ?? t("reports.by.noLabel") },
    { key: "channel", header: t("reports.rows.channel"), wideOnly: true, cell: ({ channel }) => channelName(channel) },
    ...(visits
      ? [{ key: "count", header: t("reports.rows.count"), numeric: true, cell: (row: ReportRow) => format.number(row.count ?? 0) }]
      : [{ key: "amount", header: t("reports.rows.amount"), numeric: true, cell: ({ money }: ReportRow) => (money ? format.money(money) : "") }]),
  ];
  const amount = format.list(totals.map((total) => format.money(total)));
  return (
    <Page width="wide">
      <PageTitle
        lead={t("reports.rows.sum", { count, total: totals.length ? "some" : "none", amount })}
        back={<BackLink to={`/marketing?${query}`}>{t("reports.rows.back")}</BackLink>}
      >
        {t(`reports.rows.${kind}`)}
      </PageTitle>
      <div data-print="none">
        <LinkButton variant="secondary" reloadDocument to={`/marketing.csv?${query}&of=${kind}`}>
          {t("reports.filter.csv")}
        </LinkButton>
      </div>
      {rows.length === 0 ? <p>{t("reports.rows.empty")}</p> : <Table caption={t(`reports.rows.${kind}`)} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />}
      <Pager page={page} pages={pages} />
    </Page>
  );
}
