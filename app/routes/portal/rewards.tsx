import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireChampion } from "~/http/actor.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { listChampionRewards, type StatementLine } from "~/rewards/list-champion-rewards.server";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { Money } from "~/ui/components/Money";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { StandingPill } from "./standing-words";

/** Thanks so far: every reward with its date, like a bank statement. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const { calendar } = await getProgramBySlug(programSlug);
  return { slug: programSlug, statement: await listChampionRewards({ championId, zone: calendar.zone }) };
}

export const handle = { title: "portal.statement.title" } satisfies PageHandle;

export default function StatementPage() {
  const t = useT();
  const { slug, statement } = useLoaderData<typeof loader>();
  const columns = useColumns(slug);
  const { lines, totals } = statement;
  return (
    <Page width="wide">
      <PageTitle lead={t("portal.statement.lead")}>{t("portal.statement.title")}</PageTitle>
      {lines.length === 0 ? (
        <EmptyState title={t("portal.statement.empty")}>{t("portal.statement.emptyLead")}</EmptyState>
      ) : (
        <Table
          caption={t("portal.statement.table")}
          hideCaption
          columns={columns}
          rows={lines}
          rowKey={({ id }) => id}
          footer={totals.flatMap(({ currency, receivedMinor, waitingMinor }) => [
            <Total
              key={`${currency} received`}
              label={t("portal.statement.total")}
              amountMinor={receivedMinor}
              currency={currency}
            />,
            <Total
              key={`${currency} waiting`}
              label={t("portal.statement.totalWaiting")}
              amountMinor={waitingMinor}
              currency={currency}
            />,
          ])}
        />
      )}
    </Page>
  );
}

function useColumns(slug: string): Column<StatementLine>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: "week",
      rowHeader: true,
      header: t("portal.statement.week"),
      cell: ({ id, week, status }) => (
        <span className="flex flex-col items-start">
          <Link
            to={`/portal/${slug}/rewards/${id}`}
            className="link inline-flex min-h-11 items-center whitespace-nowrap"
          >
            {format.date(week)}
          </Link>
          <span className="pb-1 sm:hidden">
            <StandingPill status={status} />
          </span>
        </span>
      ),
    },
    {
      key: "status",
      header: t("portal.statement.status"),
      wideOnly: true,
      cell: ({ status }) => <StandingPill status={status} />,
    },
    {
      key: "on",
      header: t("portal.statement.on"),
      wideOnly: true,
      cell: ({ paidAt, until }) =>
        paidAt ? <DateTime at={paidAt} show="day" /> : until ? <DateTime at={until} /> : null,
    },
    {
      key: "amount",
      header: t("portal.statement.amount"),
      numeric: true,
      cell: ({ amountMinor, grantedMinor, currency }) => (
        <>
          {amountMinor !== grantedMinor ? (
            <s className="mr-2 text-sm text-muted">
              <Money amountMinor={grantedMinor} currency={currency} />
            </s>
          ) : null}
          <Money amountMinor={amountMinor} currency={currency} />
        </>
      ),
    },
  ];
}

function Total({ label, amountMinor, currency }: { label: string; amountMinor: bigint; currency: string }) {
  return (
    <tr>
      <th scope="row" className="px-3 py-2.5 text-left">
        {label}
      </th>
      <td colSpan={2} className="max-sm:hidden" />
      <td className="money px-3 py-2.5 text-right">
        <Money amountMinor={amountMinor} currency={currency} />
      </td>
    </tr>
  );
}
