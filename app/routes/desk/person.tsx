import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { showPerson, type PersonView } from "~/journeys/show-person.server";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { PersonMembership } from "./person-membership";
import { MailTable, RecommendationTable, SessionTable } from "./person-tables";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = {
  title: (shown, t) => (shown as PersonView | undefined)?.person.firstName ?? t("people.find.noName"),
} satisfies PageHandle;

/** What support needs to answer one person: memberships, links, recommendations, mails, sign-ins. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<PersonView> {
  await requireStaff(request, "owner", "approver", "finance");
  return showPerson(params.id ?? "");
}

export default function PersonPage() {
  const t = useT();
  const format = useFormat();
  const { person, memberships, recommendations, mails, sessions } = useLoaderData<typeof loader>();
  const facts = [
    { term: t("people.person.email"), value: person.email },
    { term: t("people.person.language"), value: t(`common.language.${person.locale}`) },
    {
      term: t("people.person.lastSignIn"),
      value: person.lastSignInAt ? format.dateTime(person.lastSignInAt) : t("people.person.never"),
    },
  ];
  return (
    <Page width="full">
      <PageTitle back={<BackLink to="/desk/people">{t("people.person.back")}</BackLink>}>
        {person.firstName ?? t("people.find.noName")}
      </PageTitle>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {facts.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <Card title={t("people.person.memberships")}>
        {memberships.length === 0 ? <p className="text-muted">{t("people.person.noMemberships")}</p> : null}
        {memberships.map((membership) => (
          <PersonMembership key={membership.championId} membership={membership} />
        ))}
      </Card>
      <Card title={t("people.person.recommendations")}>
        {recommendations.length === 0 ? (
          <p className="text-muted">{t("people.person.noRecommendations")}</p>
        ) : (
          <RecommendationTable recommendations={recommendations} />
        )}
      </Card>
      <Card title={t("people.person.mails")}>
        {mails.length === 0 ? <p className="text-muted">{t("people.person.noMails")}</p> : <MailTable mails={mails} />}
      </Card>
      <Card title={t("people.person.sessions")}>
        {sessions.length === 0 ? (
          <p className="text-muted">{t("people.person.noSessions")}</p>
        ) : (
          <SessionTable sessions={sessions} />
        )}
      </Card>
    </Page>
  );
}
