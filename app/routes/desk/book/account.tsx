import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { bookDayOf } from "~/http/book-day.server";
import { showAccount } from "~/journeys/show-account.server";
import type { AccountEntry } from "~/ledger/list-account-entries.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { FilterChoice } from "~/ui/components/FilterChoice";
import { FilterField } from "~/ui/components/FilterField";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { OlderPage } from "./OlderPage";
import { sideColumns } from "./side-columns";
import { useAccountName } from "./use-account-name";
import { useBookingName } from "./use-booking-name";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.title" } satisfies PageHandle;

/** The kinds of bookings a filter offers. */
const KINDS = [
  "grant_reward", "approve_reward", "undo_approval", "refuse_reward", "restore_reward", "hold_reward", "lift_hold", "adjust_reward", "fulfil_reward", "return_hand_over", "spend_points", "return_points", "write_off", "donate",
];

/** One account with everything that was booked there until a day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  const search = new URL(request.url).searchParams;
  const day = bookDayOf(search);
  const kind = KINDS.find((one) => one === search.get("kind")) ?? null;
  return { ...day, kind, ...(await showAccount({ ...day, accountId: params.id ?? "", kind, after: search.get("after") })) };
}

export default function BookAccount() {
  const t = useT();
  const format = useFormat();
  const accountName = useAccountName();
  const bookingName = useBookingName();
  const { day, kind, account, owner, rows, after } = useLoaderData<typeof loader>();
  const { currency, balanceMinor } = account;
  const columns: Column<AccountEntry>[] = [
    {
      key: "when",
      header: t("book.when"),
      rowHeader: true,
      cell: ({ transactionId, recordedAt, kind: booking }) => (
        <>
          <Link className="link" to={`/desk/book/transactions/${transactionId}`} aria-label={t("book.open", { booking: bookingName(booking), when: format.fullDateTime(recordedAt) })}>
            <DateTime at={recordedAt} show="day" />
          </Link>
          <span className="block font-normal text-muted sm:hidden">{bookingName(booking)}</span>
        </>
      ),
    },
    { key: "booking", header: t("book.booking"), wideOnly: true, cell: ({ kind: booking }) => bookingName(booking) },
    {
      key: "reward",
      header: t("book.about"),
      wideOnly: true,
      cell: ({ subject }) =>
        subject.startsWith("rwd_") ? (
          <Link className="link" to={`/desk/rewards/${subject}`}>
            {t("book.reward")}
          </Link>
        ) : null,
    },
    ...sideColumns<AccountEntry>(t, ({ amountMinor }) => ({
      debitMinor: amountMinor > 0n ? amountMinor : 0n, creditMinor: amountMinor < 0n ? -amountMinor : 0n, currency,
    })),
  ];
  const amount = format.money({ amountMinor: balanceMinor < 0n ? -balanceMinor : balanceMinor, currency });
  const side = balanceMinor === 0n ? "none" : balanceMinor > 0n ? "debit" : "credit";
  const date = format.date(new Date(`${day}T12:00:00Z`));
  return (
    <Page width="wide">
      <PageTitle back={<BackLink to={`/desk/book?day=${day}`}>{t("book.title")}</BackLink>} lead={t("book.balance", { side, amount, date })}>
        {owner === null ? accountName(account.code) : t("book.accountOf", { account: accountName(account.code), owner })}
      </PageTitle>
      <Form key={`${day} ${kind}`} method="get" role="search" className="flex flex-wrap items-end gap-4" data-print="none">
        <FilterField type="date" name="day" label={t("book.day")} defaultValue={day} />
        <FilterChoice name="kind" label={t("book.booking")} all={t("book.all")} value={kind} options={KINDS.map((value) => ({ value, label: bookingName(value) }))} />
        <Button icon="search">{t("book.show")}</Button>
      </Form>
      {rows.length > 0 ? <Table caption={t("book.entries")} hideCaption dense columns={columns} rows={rows} rowKey={({ id }) => id} /> : <EmptyState title={t("book.nothing")} />}
      <OlderPage after={after} />
    </Page>
  );
}
