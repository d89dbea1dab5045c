import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";

export default function Home() {
  const t = useT();
  return (
    <SiteLayout>
      <Page>
        <PageTitle lead={t("site.home.lead")}>{t("site.home.title")}</PageTitle>
        <Card title={t("site.home.how")}>
          <ol className="flex list-decimal flex-col gap-3 pl-5">
            <li>{t("site.home.step1")}</li>
            <li>{t("site.home.step2")}</li>
            <li>{t("site.home.step3")}</li>
          </ol>
        </Card>
        <EmptyState
          title={t("site.home.soonTitle")}
          action={<LinkButton to="/sign-in">{t("site.home.signIn")}</LinkButton>}
        >
          <p>{t("site.home.soonBody")}</p>
        </EmptyState>
      </Page>
    </SiteLayout>
  );
}
