import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { readLiability } from "~/ledger/read-liability.server";
import { Button } from "~/ui/components/Button";
import { EmptyState } from "~/ui/components/EmptyState";
import { FilterChoice } from "~/ui/components/FilterChoice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { DEFAULT_ZONE } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { BookTabs } from "./BookTabs";
import { useMonthName } from "../use-month-name";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.tabs.export" } satisfies PageHandle;

/** Where a month of the book is fetched for the bookkeeper. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  const months = await readLiability({ zone: DEFAULT_ZONE });
  return { months: [...new Set(months.map(({ month }) => month))] };
}

export default function BookExport() {
  const t = useT();
  const monthName = useMonthName();
  const { months } = useLoaderData<typeof loader>();
  const [newest] = months;
  return (
    <Page width="wide">
      <PageTitle lead={t("book.exportLead")}>{t("book.title")}</PageTitle>
      <BookTabs here="export" />
      {newest ? (
        <Form method="get" action="/desk/book/file" reloadDocument className="flex flex-wrap items-end gap-4">
          <FilterChoice name="month" label={t("book.month")} value={newest} options={months.map((value) => ({ value, label: monthName(value) }))} />
          <FilterChoice
            name="as"
            label={t("book.format")}
            value="csv"
            options={(["csv", "journal"] as const).map((value) => ({ value, label: t(`book.formats.${value}`) }))}
          />
          <Button icon="download">{t("book.download")}</Button>
        </Form>
      ) : (
        <EmptyState title={t("book.empty")} />
      )}
      <p className="measure text-muted">{t("book.exportHint")}</p>
    </Page>
  );
}
