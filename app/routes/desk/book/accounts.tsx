import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { bookDayOf } from "~/http/book-day.server";
import { showAccounts } from "~/journeys/show-accounts.server";
import type { AccountBalance } from "~/ledger/list-accounts.server";
import type { KindBalance } from "~/ledger/list-balances.server";
import { Button } from "~/ui/components/Button";
import { EmptyState } from "~/ui/components/EmptyState";
import { FilterField } from "~/ui/components/FilterField";
import { Money } from "~/ui/components/Money";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { BookTabs } from "./BookTabs";
import { OlderPage } from "./OlderPage";
import { sideColumns } from "./side-columns";
import { useAccountName } from "./use-account-name";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.title" } satisfies PageHandle;

/** The book of money at the end of any day: for finance and owners. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  const search = new URL(request.url).searchParams;
  const day = bookDayOf(search);
  const kind = search.get("kind")?.slice(0, 60) || null;
  return { ...day, kind, ...(await showAccounts({ ...day, kind, after: search.get("after") })) };
}

export default function BookAccounts() {
  const t = useT();
  const format = useFormat();
  const accountName = useAccountName();
  const { day, kind, balances, accounts } = useLoaderData<typeof loader>();
  const kinds: Column<KindBalance>[] = [
    {
      key: "account",
      header: t("book.account"),
      rowHeader: true,
      cell: (one) => (
        <>
          <Link className="link" to={one.accountId ? `/desk/book/accounts/${one.accountId}?day=${day}` : `/desk/book?day=${day}&kind=${one.kind}#accounts`}>
            {accountName(one.kind)}
          </Link>
          {one.accountId === null ? <span className="block text-sm font-normal text-muted">{t("book.openAccounts", { count: one.open })}</span> : null}
        </>
      ),
    },
    ...sideColumns<KindBalance>(t, ({ debitMinor, creditMinor, currency }) => ({ debitMinor, creditMinor, currency })),
  ];
  const each: Column<AccountBalance>[] = [
    {
      key: "whose",
      header: t("book.whose"),
      rowHeader: true,
      cell: ({ id, code }) => (
        <Link className="link" to={`/desk/book/accounts/${id}?day=${day}`}>
          {accounts?.names[code] ?? accountName(code)}
        </Link>
      ),
    },
    ...sideColumns<AccountBalance>(t, ({ balanceMinor, currency }) => ({
      debitMinor: balanceMinor > 0n ? balanceMinor : 0n, creditMinor: balanceMinor < 0n ? -balanceMinor : 0n, currency,
    })),
  ];
  const currencies = [...new Set(balances.map(({ currency }) => currency))];
  const sum = (currency: string, side: "debitMinor" | "creditMinor") =>
    balances.reduce((total, one) => (one.currency === currency ? total + one[side] : total), 0n);
  return (
    <Page width="wide">
      <PageTitle lead={t("book.lead")}>{t("book.title")}</PageTitle>
      <BookTabs here="accounts" />
      <Form key={day} method="get" role="search" className="flex flex-wrap items-end gap-4" data-print="none">
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        <FilterField type="date" name="day" label={t("book.day")} defaultValue={day} />
        <Button icon="search">{t("book.show")}</Button>
      </Form>
      {balances.length === 0 ? (
        <EmptyState title={t("book.empty")} />
      ) : (
        <Table
          caption={t("book.balances", { day: format.date(new Date(`${day}T12:00:00Z`)) })}
          columns={kinds}
          rows={balances}
          rowKey={({ kind: name, currency }) => `${name} ${currency}`}
          footer={currencies.map((currency) => (
            <tr key={currency}>
              <th scope="row" className="px-3 py-2.5 text-left">{t("book.sum", { currency })}</th>
              {(["debitMinor", "creditMinor"] as const).map((side) => (
                <td key={side} className="money px-3 py-2.5 text-right">
                  <Money amountMinor={sum(currency, side)} currency={currency} />
                </td>
              ))}
            </tr>
          ))}
        />
      )}
      {accounts && kind ? (
        <section id="accounts" className="flex flex-col gap-4">
          {accounts.rows.length > 0 ? (
            <Table caption={accountName(kind)} columns={each} rows={accounts.rows} rowKey={({ id }) => id} />
          ) : (
            <EmptyState title={t("book.noAccounts")} />
          )}
          <OlderPage after={accounts.after} />
        </section>
      ) : null}
    </Page>
  );
}
