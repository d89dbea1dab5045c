import { Link } from "@remix-run/react";
import type { ShownStatement } from "~/journeys/show-statement.server";
import type { StatementLine } from "~/rewards/list-champion-rewards.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { StandingPill } from "./standing-words";

/** Every reward in a row, with the sums beneath, like a bank statement. */
export function StatementTable({ slug, statement }: { slug: string; statement: ShownStatement }) {
  const t = useT();
  const columns = useColumns(slug);
  return (
    <Table
      caption={t("portal.statement.table")}
      hideCaption
      columns={columns}
      rows={statement.lines}
      rowKey={({ id }) => id}
      footer={statement.totals.flatMap(({ currency, receivedMinor, waitingMinor, openMinor }) => [
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
        openMinor > 0n ? (
          <Total
            key={`${currency} open`}
            label={t("portal.statement.totalOpen")}
            amountMinor={openMinor}
            currency={currency}
          />
        ) : null,
      ])}
    />
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
