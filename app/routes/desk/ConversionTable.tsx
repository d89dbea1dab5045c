import { Link } from "@remix-run/react";
import type { LoggedConversion } from "~/attribution/list-conversions.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";

/** Sales with whose each is, or why it is nobody's. */
export function ConversionTable({ conversions }: { conversions: LoggedConversion[] }) {
  const t = useT();
  const format = useFormat();
  const why = ({ reason, touches }: LoggedConversion) => {
    const key = `conversions.why.${reason}`;
    return t.has(key) ? t(key) : t("conversions.touches", { count: touches });
  };
  const columns: Column<LoggedConversion>[] = [
    {
      key: "paid",
      header: t("conversions.columns.paid"),
      rowHeader: true,
      cell: (sale) => (
        <Link
          to={`/desk/conversions/${sale.id}`}
          className="link"
          aria-label={t("conversions.openOne", {
            amount: format.money({ amountMinor: sale.paidMinor, currency: sale.currency }),
            when: format.dateTime(sale.occurredAt),
          })}
        >
          <DateTime at={sale.occurredAt} />
        </Link>
      ),
    },
    {
      key: "order",
      header: t("conversions.columns.order"),
      wideOnly: true,
      cell: ({ purchaseKey }) => <span className="font-mono break-all">{orderNumber(purchaseKey)}</span>,
    },
    {
      key: "amount",
      header: t("conversions.columns.amount"),
      numeric: true,
      cell: ({ paidMinor, currency }) => <Money amountMinor={paidMinor} currency={currency} />,
    },
    {
      key: "whose",
      header: t("conversions.columns.whose"),
      cell: (sale) => (
        <>
          {sale.championName ?? <span className="text-muted">{t("conversions.nobody")}</span>}
          {sale.programSlug ? <span className="text-muted"> · {sale.programSlug}</span> : null}
          <span className="block text-muted sm:hidden">{why(sale)}</span>
        </>
      ),
    },
    { key: "why", header: t("conversions.columns.why"), wideOnly: true, cell: why },
  ];
  return <Table caption={t("conversions.title")} hideCaption dense columns={columns} rows={conversions} rowKey={({ id }) => id} />;
}

/** The number as it stands on the order: a sale told by API is kept under the shop's own. */
export function orderNumber(purchaseKey: string): string {
  return purchaseKey.replace(/^api:/, "");
}
