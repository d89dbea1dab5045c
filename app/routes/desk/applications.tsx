import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { monthsAfter } from "~/platform/months-after";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { pageNumber } from "~/http/page-number";
import { decideApplication } from "~/journeys/decide-application.server";
import { listApplications } from "~/journeys/list-applications.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { Pager } from "~/ui/components/Pager";
import { PageTitle } from "~/ui/components/PageTitle";
import { isFormReply } from "~/ui/form-reply";
import { Tabs } from "~/ui/components/Tabs";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AnsweredApplication, WaitingApplication } from "./application-card";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "people.applications.title" } satisfies PageHandle;

const schema = z.object({
  champion: z.string().max(40),
  intent: z.enum(["accept", "refuse"]),
  reason: z.string().trim().min(10).max(600).optional(),
  /** After how many months they may ask again. */
  months: z.coerce.number().int().min(0).max(12).optional(),
});

/** Applications with what was promised, or those answered. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const search = new URL(request.url).searchParams;
  const answered = search.has("answered");
  const page = pageNumber(search);
  const done = ["accepted", "refused"].find((one) => one === search.get("done"));
  const list = await listApplications({ answered, page });
  const name = done ? (search.get("name") ?? "").slice(0, 40) : "";
  return { ...list, page, answered, me: personId, now: systemClock.now(), done: done ? { what: done as "accepted" | "refused", name } : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { champion: championId, intent, reason, months = 3 } = form.value;
  if (intent === "refuse" && !reason) return form.refuse({ fields: { reason: { key: "errors.field.required" } } });
  const verdict =
    intent === "accept"
      ? ({ approve: true } as const)
      : { approve: false as const, reason: reason ?? "", mayReapplyAt: monthsAfter(systemClock.now(), months) };
  try {
    const { displayName } = await decideApplication({ championId, verdict, by: `person:${personId}` });
    const done = intent === "accept" ? "accepted" : "refused";
    return redirect(`/desk/applications?done=${done}&name=${encodeURIComponent(displayName)}`, 303);
  } catch (error) {
    if (error instanceof ConflictError) return form.refuse({ form: { key: "people.applications.changed" } });
    throw error;
  }
}

export default function ApplicationsPage() {
  const t = useT();
  const { applications, waiting, pages, page, answered, me, now, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const about = isFormReply(reply) ? reply.values.champion : null;
  return (
    <Page width="wide">
      <PageTitle
        lead={t("people.applications.lead")}
        aside={
          <LinkButton to="/desk/invitations" variant="secondary">
            {t("people.applications.invitations")}
          </LinkButton>
        }
      >
        {t("people.applications.title")}
      </PageTitle>
      <Tabs
        label={t("people.applications.views")}
        tabs={[
          { to: "/desk/applications", label: t("people.applications.waiting"), here: !answered, count: waiting },
          { to: "/desk/applications?answered", label: t("people.applications.answered"), here: answered },
        ]}
      />
      {done ? (
        <Notice tone="done" live>
          {t(`people.applications.done.${done.what}`, { name: done.name })}
        </Notice>
      ) : null}
      {applications.length === 0 ? (
        <EmptyState title={t(answered ? "people.applications.emptyAnswered" : "people.applications.empty")}>
          {answered ? null : t("people.applications.emptyLead")}
        </EmptyState>
      ) : null}
      {applications.map((application) =>
        application.answer ? (
          <AnsweredApplication key={application.championId} application={application} answer={application.answer} />
        ) : (
          <WaitingApplication
            key={application.championId}
            application={application}
            now={now}
            own={application.personId === me}
            reply={about === application.championId ? reply : null}
          />
        ),
      )}
      <Pager page={page} pages={pages} />
    </Page>
  );
}
