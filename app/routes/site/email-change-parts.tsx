import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";

interface LinkPageProps {
  title: string;
  /** What the button will do; null when there is nothing left to do. */
  what: string | null;
  submit: string;
  /** How it stands, once decided. */
  outcome: { tone: "done" | "problem"; text: string } | null;
}

/** The page behind a mailed link about a change of address: it says what the button does, and nothing happens before. */
export function EmailLinkPage({ title, what, submit, outcome }: LinkPageProps) {
  const t = useT();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle>{title}</PageTitle>
        {outcome ? (
          <>
            <Notice tone={outcome.tone} live>
              {outcome.text}
            </Notice>
            <div>
              <LinkButton to="/sign-in" variant="secondary">
                {t("signIn.emailChange.signIn")}
              </LinkButton>
            </div>
          </>
        ) : (
          <Card>
            <p className="measure wrap-anywhere">{what}</p>
            <PostForm>
              <div>
                <Button>{submit}</Button>
              </div>
            </PostForm>
          </Card>
        )}
      </Page>
    </SiteLayout>
  );
}
