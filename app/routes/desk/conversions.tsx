import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readConversionFilter } from "~/attribution/conversion-filter";
import { requireStaff } from "~/http/actor.server";
import { pageNumber } from "~/http/page-number";
import { findConversions } from "~/journeys/find-conversions.server";
import { listPrograms } from "~/programs/list-programs.server";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { DEFAULT_ZONE } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ConversionFilterForm } from "./conversion-filter-form";
import { ConversionTable } from "./ConversionTable";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "conversions.title" } satisfies PageHandle;

/** Every sale and sign-up with whose it is (S8): for those who decide and help, not for marketing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  const search = new URL(request.url).searchParams;
  const filter = readConversionFilter(search);
  const programs = (await listPrograms()).map(({ slug }) => slug);
  return { filter, programs, ...(await findConversions({ filter, page: pageNumber(search), zone: DEFAULT_ZONE })) };
}

export default function ConversionsPage() {
  const t = useT();
  const { filter, programs, conversions, page, pages, total } = useLoaderData<typeof loader>();
  const filtered = Object.values(filter).some((value) => value !== null && value !== "");
  return (
    <Page width="full">
      <PageTitle lead={t("conversions.lead")}>{t("conversions.title")}</PageTitle>
      <ConversionFilterForm filter={filter} programs={programs} />
      {filtered ? (
        <p className="flex flex-wrap items-center gap-3">
          <span role="status">{t("conversions.count", { count: total })}</span>
          <LinkButton to="/desk/conversions" variant="plain" size="small">
            {t("conversions.clear")}
          </LinkButton>
        </p>
      ) : null}
      {conversions.length > 0 ? (
        <ConversionTable conversions={conversions} />
      ) : (
        <EmptyState title={t(filtered ? "conversions.nothing.title" : "conversions.empty.title")}>
          {t(filtered ? "conversions.nothing.body" : "conversions.empty.body")}
        </EmptyState>
      )}
      <Pager page={page} pages={pages} />
    </Page>
  );
}
