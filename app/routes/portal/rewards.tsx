import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireChampion } from "~/http/actor.server";
import { showStatement } from "~/journeys/show-statement.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { EmptyState } from "~/ui/components/EmptyState";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { DetailsLink } from "./DetailsLink";
import { StatementTable } from "./StatementTable";

/** Thanks so far: every reward with its date, like a bank statement. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const { calendar, version } = await getProgramBySlug(programSlug);
  return { slug: programSlug, rail: version.rules.rail, statement: await showStatement({ championId, zone: calendar.zone }) };
}

export const handle = { title: "portal.statement.title" } satisfies PageHandle;

export default function StatementPage() {
  const t = useT();
  const { slug, rail, statement } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle lead={t("portal.statement.lead")}>{t("portal.statement.title")}</PageTitle>
      <DetailsLink slug={slug} rail={rail} />
      {statement.lines.length === 0 ? (
        <EmptyState title={t("portal.statement.empty")}>{t("portal.statement.emptyLead")}</EmptyState>
      ) : (
        <StatementTable slug={slug} statement={statement} />
      )}
    </Page>
  );
}
