import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listInvitations } from "~/champions/list-invitations.server";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { invite, withdrawInvitation } from "~/journeys/invite.server";
import { systemClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { listPrograms } from "~/programs/list-programs.server";
import { BackLink } from "~/ui/components/BackLink";
import { CopyBox } from "~/ui/components/CopyBox";
import { EmptyState } from "~/ui/components/EmptyState";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { InvitationForm, InvitationTable } from "./invitation-parts";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "people.invitations.title" } satisfies PageHandle;

const schema = z.object({
  intent: z.enum(["make", "withdraw"]),
  id: z.string().max(40).optional(),
  program: z.string().max(40).optional(),
  label: z.string().trim().min(1).max(60).optional(),
  uses: z.coerce.number().int().min(1).max(1000).optional(),
  days: z.coerce.number().int().min(1).max(365).optional(),
});

/** Links that open a program to whoever has them. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver");
  const now = systemClock.now();
  const programs = (await listPrograms()).filter(({ status }) => status === "live").map(({ id, slug }) => ({ id, slug }));
  const slugs = new Map(programs.map(({ id, slug }) => [id, slug]));
  const invitations = (await listInvitations()).map(({ programId, revokedAt, ...invitation }) => ({
    ...invitation,
    program: slugs.get(programId) ?? "",
    state: revokedAt
      ? ("withdrawn" as const)
      : invitation.uses >= invitation.maxUses
        ? ("spent" as const)
        : invitation.expiresAt <= now
          ? ("expired" as const)
          : ("open" as const),
  }));
  return { programs, invitations };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const by = `person:${personId}`;
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, id, program, label, uses, days } = form.value;
  if (intent === "withdraw") {
    await withdrawInvitation({ id: id ?? "", by });
    return redirect("/desk/invitations", 303);
  }
  const missing = Object.entries({ program, label, uses, days }).find(([, value]) => value === undefined);
  if (missing) return form.refuse({ fields: { [missing[0]]: { key: "errors.field.required" } } });
  const path = await invite({ programId: program ?? "", label: label ?? "", maxUses: uses ?? 1, days: days ?? 1, by });
  // Not a redirect: the link is nowhere to be read again.
  return { made: `${env().APP_URL}${path}` };
}

export type InvitationRow = Awaited<ReturnType<typeof loader>>["invitations"][number];

export default function InvitationsPage() {
  const t = useT();
  const { programs, invitations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="wide">
      <PageTitle
        lead={t("people.invitations.lead")}
        back={<BackLink to="/desk/applications">{t("people.invitations.back")}</BackLink>}
      >
        {t("people.invitations.title")}
      </PageTitle>
      {reply && "made" in reply ? (
        <>
          <Notice tone="done" live>
            {t("people.invitations.made")}
          </Notice>
          <CopyBox label={t("people.invitations.link")} value={reply.made} />
        </>
      ) : null}
      {/* A link that was made empties the form. */}
      <InvitationForm key={reply && "made" in reply ? reply.made : "form"} programs={programs} reply={reply} />
      {invitations.length === 0 ? (
        <EmptyState title={t("people.invitations.none")} />
      ) : (
        <InvitationTable invitations={invitations} />
      )}
    </Page>
  );
}
