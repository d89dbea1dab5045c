import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { showPerson, type PersonView } from "~/journeys/show-person.server";
import { writeOffClaim } from "~/journeys/write-off-claim.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { OpenClaimPart } from "./OpenClaimPart";
import { PersonMembership } from "./person-membership";
import { MailTable, RecommendationTable, SessionTable } from "./person-tables";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = {
  title: (loaded, t) => (loaded as Loaded | undefined)?.person.firstName ?? t("people.find.noName"),
} satisfies PageHandle;

interface Loaded extends PersonView {
  /** An owner, and not their own page. */
  writesOff: boolean;
}

const writeOff = z.object({ champion: z.string().max(40), reason: z.string().trim().min(10).max(300) });

/** What support needs to answer one person: memberships, links, recommendations, mails, sign-ins. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Loaded> {
  const { personId, roles } = await requireStaff(request, "owner", "approver", "finance");
  const shown = await showPerson(params.id ?? "");
  return { ...shown, writesOff: roles.includes("owner") && shown.person.id !== personId };
}

/** An owner writes off what this person has owed back for too long (M12). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, writeOff);
  if (!form.ok) return form.answer;
  const { champion: championId, reason } = form.value;
  const { memberships } = await showPerson(params.id ?? "");
  const membership = memberships.find((one) => one.championId === championId);
  if (!membership) throw new NotFoundError("champion", { championId });
  const { currency } = membership;
  try {
    await writeOffClaim({ championId, currency, reason, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "people.person.claim.nothing" } });
  }
  return redirect(`/desk/people/${params.id}?written-off`, 303);
}

export default function PersonPage() {
  const t = useT();
  const format = useFormat();
  const { person, memberships, recommendations, mails, sessions, writesOff } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
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
      {search.has("written-off") ? (
        <Notice tone="done" live>
          {t("people.person.claim.done")}
        </Notice>
      ) : null}
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {facts.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <Card title={t("people.person.memberships")}>
        {memberships.length === 0 ? <p className="text-muted">{t("people.person.noMemberships")}</p> : null}
        {memberships.map((membership) => (
          <PersonMembership key={membership.championId} membership={membership}>
            <OpenClaimPart membership={membership} allowed={writesOff} reply={reply} />
          </PersonMembership>
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
