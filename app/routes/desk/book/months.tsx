import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { lastDayOf } from "~/ledger/book-month";
import { readLiability, type MonthOfLiability } from "~/ledger/read-liability.server";
import { EmptyState } from "~/ui/components/EmptyState";
import { Money } from "~/ui/components/Money";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table, type Column } from "~/ui/components/Table";
import { DEFAULT_ZONE } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { BookTabs } from "./BookTabs";
import { useMonthName } from "../use-month-name";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.tabs.months" } satisfies PageHandle;

const COLUMNS = ["openingMinor", "grantedMinor", "takenBackMinor", "paidMinor", "writtenOffMinor", "closingMinor"] as const;

/** What was owed to champions at the end of each month, and what changed it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  return { months: await readLiability({ zone: DEFAULT_ZONE }) };
}

export default function BookMonths() {
  const t = useT();
  const monthName = useMonthName();
  const { months } = useLoaderData<typeof loader>();
  const columns: Column<MonthOfLiability>[] = [
    {
      key: "month",
      header: t("book.month"),
      rowHeader: true,
      cell: ({ month, currency }) => (
        <Link className="link" to={`/desk/book?day=${lastDayOf(month)}`} aria-label={t("book.openMonth", { month: monthName(month), currency })}>
          {monthName(month)}
        </Link>
      ),
    },
    ...COLUMNS.map((name): Column<MonthOfLiability> => {
      // What lessens the debt is told with its sign, so that each row adds up as it stands.
      const sign = name === "takenBackMinor" || name === "paidMinor" ? -1n : 1n;
      return { key: name, header: t(`book.liability.${name}`), numeric: true, cell: (row) => <Money amountMinor={sign * row[name]} currency={row.currency} /> };
    }),
  ];
  return (
    <Page width="full">
      <PageTitle lead={t("book.monthsLead")}>{t("book.title")}</PageTitle>
      <BookTabs here="months" />
      {months.length > 0 ? (
        <Table caption={t("book.tabs.months")} hideCaption columns={columns} rows={months} rowKey={({ month, currency }) => `${month} ${currency}`} />
      ) : (
        <EmptyState title={t("book.empty")} />
      )}
    </Page>
  );
}
