import { Link } from "@remix-run/react";
import type { LoggedConversion } from "~/attribution/list-conversions.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";

/** Sales and sign-ups with whose each is, or why it is nobody's. */
export function ConversionTable({ conversions }: { conversions: LoggedConversion[] }) {
  const t = useT();
  const format = useFormat();
  const why = ({ reason, touches, championName }: LoggedConversion) => {
    // Without anything presented only a person can have said so (A19).
    const byHand = championName !== null && touches === 0;
    const key = `conversions.why.${byHand ? "manual_decision" : reason}`;
    return t.has(key) ? t(key) : t("conversions.touches", { count: touches });
  };
  const nameOf = ({ purchase, signUp, occurredAt }: LoggedConversion) => {
    const when = format.dateTime(occurredAt);
    return purchase
      ? t("conversions.openOne", { amount: format.money({ amountMinor: purchase.paidMinor, currency: purchase.currency }), when })
      : t("conversions.openSignUp", { event: signUp ?? "", when });
  };
  const columns: Column<LoggedConversion>[] = [
    {
      key: "at",
      header: t("conversions.columns.at"),
      rowHeader: true,
      cell: (one) => (
        <Link to={`/desk/conversions/${one.id}`} className="link" aria-label={nameOf(one)}>
          <DateTime at={one.occurredAt} />
        </Link>
      ),
    },
    {
      key: "order",
      header: t("conversions.columns.order"),
      wideOnly: true,
      cell: ({ purchase, signUp }) => (purchase ? <span className="font-mono wrap-anywhere">{orderNumber(purchase.key)}</span> : signUp),
    },
    {
      key: "amount",
      header: t("conversions.columns.amount"),
      numeric: true,
      cell: ({ purchase, signUp }) =>
        purchase ? (
          <Money amountMinor={purchase.paidMinor} currency={purchase.currency} />
        ) : (
          <span className="font-normal text-muted sm:hidden">{signUp}</span>
        ),
    },
    {
      key: "whose",
      header: t("conversions.columns.whose"),
      cell: (one) => (
        <>
          {one.championName ? <span className="wrap-anywhere">{one.championName}</span> : <span className="text-muted">{t("conversions.nobody")}</span>}
          {one.programSlug ? <span className="text-muted"> · {one.programSlug}</span> : null}
          <span className="block text-muted sm:hidden">{why(one)}</span>
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
