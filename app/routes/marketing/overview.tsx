import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { selectionOf } from "~/http/report-selection.server";
import { readOverview } from "~/reports/read-overview.server";
import { nextLook } from "~/reports/next-look";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { Breakdowns } from "~/ui/reports/Breakdowns";
import { Figures } from "~/ui/reports/Figures";
import { Funnel } from "~/ui/reports/Funnel";
import { SelectionForm } from "~/ui/reports/SelectionForm";
import { Weeks } from "~/ui/reports/Weeks";

export const handle = { title: "reports.title" } satisfies PageHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const selection = selectionOf(request);
  const { overview, choices } = await readOverview(selection);
  return { selection, overview, choices, look: nextLook(overview) };
}

export default function MarketingOverview() {
  const { selection, overview, choices, look } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const lastDay = new Date(selection.until.getTime() - 1);
  return (
    <Page width="wide" print="one-sheet">
      <PageTitle lead={t("reports.lead", { from: format.date(selection.from, "UTC"), to: format.date(lastDay, "UTC") })}>
        {t("reports.title")}
      </PageTitle>
      <p className="measure font-serif text-lg">
        {t("reports.sentence", {
          purchases: overview.funnel.purchases,
          revenue: format.money(overview.funnel.revenue),
          given: format.money(overview.given),
          owed: format.money(overview.owed),
        })}
      </p>
      <SelectionForm selection={selection} choices={choices} />
      <Figures selection={selection} overview={overview} />
      <Funnel selection={selection} funnel={overview.funnel} />
      <Notice title={t("reports.next.title")}>
        {look.key === "one"
          ? t("reports.next.one", { share: format.percent(look.share), name: look.name })
          : t(`reports.next.${look.key}`, { ...look })}
      </Notice>
      <Weeks weeks={overview.byWeek} currency={overview.currency} />
      <Breakdowns selection={selection} overview={overview} />
      <p className="measure text-sm text-muted">{t("reports.meaning.days")}</p>
    </Page>
  );
}
