import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { showTransaction } from "~/journeys/show-transaction.server";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { Cause } from "./Cause";
import { sideColumns } from "./side-columns";
import { useAccountName } from "./use-account-name";
import { useBookingName } from "./use-booking-name";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.transaction" } satisfies PageHandle;

/** One transaction with its entries, its cause and its place in the chain. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  return await showTransaction(params.id ?? "");
}

export default function BookTransaction() {
  const t = useT();
  const format = useFormat();
  const accountName = useAccountName();
  const bookingName = useBookingName();
  const { transaction, names, ...cause } = useLoaderData<typeof loader>();
  const { id, kind, occurredAt, recordedAt, reversesId, entries, link } = transaction;
  type Entry = (typeof entries)[number];
  return (
    <Page width="wide">
      <PageTitle back={<BackLink to="/desk/book">{t("book.title")}</BackLink>}>{bookingName(kind)}</PageTitle>
      <Table<Entry>
        caption={t("book.entries")}
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          {
            key: "account",
            header: t("book.account"),
            rowHeader: true,
            cell: ({ accountId, account }) => (
              <Link className="link" to={`/desk/book/accounts/${accountId}`}>
                {names[account] === undefined ? accountName(account) : t("book.accountOf", { account: accountName(account), owner: names[account] })}
              </Link>
            ),
          },
          ...sideColumns<Entry>(t, ({ amountMinor, currency }) => ({
            debitMinor: amountMinor > 0n ? amountMinor : 0n, creditMinor: amountMinor < 0n ? -amountMinor : 0n, currency,
          })),
        ]}
      />
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <dt className="font-semibold">{t("book.happened")}</dt>
        <dd>{format.fullDateTime(occurredAt)}</dd>
        <dt className="font-semibold">{t("book.recorded")}</dt>
        <dd>{format.fullDateTime(recordedAt)}</dd>
        <Cause {...cause} by={transaction.by} subject={transaction.subject} />
        {reversesId ? (
          <>
            <dt className="font-semibold">{t("book.reverses")}</dt>
            <dd><Link className="link" to={`/desk/book/transactions/${reversesId}`}>{reversesId}</Link></dd>
          </>
        ) : null}
        <dt className="font-semibold">{t("book.id")}</dt>
        <dd className="font-mono text-sm wrap-anywhere">{id}</dd>
        <dt className="font-semibold">{t("book.chain")}</dt>
        {link ? (
          <dd className="flex min-w-0 flex-col gap-1">
            {t("book.link", { position: Number(link.position) })}
            <code className="text-sm break-all">{link.hash}</code>
            {link.before ? <span className="text-sm text-muted">{t("book.before")} <code className="break-all">{link.before}</code></span> : null}
          </dd>
        ) : (
          <dd>{t("book.unlinked")}</dd>
        )}
      </dl>
    </Page>
  );
}
