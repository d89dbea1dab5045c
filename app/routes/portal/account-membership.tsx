import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { changeMembership } from "~/champions/change-membership.server";
import { codeField, displayNameField, sentenceField } from "~/champions/champion-schema";
import { saveOwnWords } from "~/champions/save-own-words.server";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { leaveProgram } from "~/journeys/leave-program.server";
import { listMemberships } from "~/journeys/list-memberships.server";
import { renameCode } from "~/journeys/rename-code.server";
import { checkOwnCode } from "~/journeys/show-join.server";
import { env } from "~/platform/env.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { referralUrl } from "~/sharing/share-channel";
import { BackLink } from "~/ui/components/BackLink";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { codeRefusal } from "./code-refusal";
import { CodeForm, LeaveForm, PauseForm, WordsForm } from "./MembershipForms";

/** One membership: what friends read, the code, and pausing or leaving. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, personId } = await requireChampion(request, params.slug ?? "");
  const own = (await listMemberships(personId)).find((membership) => membership.championId === championId);
  if (!own) throw new NotFoundError("champion");
  const { program, company, ...membership } = own;
  return {
    ...membership,
    slug: program.slug,
    title: offerWords(program.version, company, localeOf(request)).copy.title,
    address: referralUrl(env().APP_URL, "…").replace(/^https?:\/\//, ""),
  };
}

const schema = z.object({
  intent: z.enum(["words", "rename", "pause", "resume", "leave"]),
  displayName: displayNameField.optional(),
  sentence: sentenceField.optional(),
  code: codeField.optional(),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, personId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, displayName, sentence, code } = form.value;
  const required = (field: string) => form.refuse({ fields: { [field]: { key: "errors.field.required" } } });
  const done = (what: string) => redirect(`/portal/${slug}/account?done=${what}`, 303);
  switch (intent) {
    case "words":
      if (displayName === undefined) return required("displayName");
      await saveOwnWords({ championId, displayName, sentence: sentence ?? null });
      return done("saved");
    case "rename": {
      if (code === undefined) return required("code");
      const check = await checkOwnCode({ personId, slug, typed: code });
      const refusal = codeRefusal(check);
      if (refusal && !check.ok) {
        const { data: reply } = form.refuse({ fields: { code: refusal } });
        return data({ ...reply, suggestions: check.suggestions }, { status: 422 });
      }
      try {
        await renameCode({ championId, code });
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        const key = error.code === "too_many_codes" ? "tooMany" : "taken";
        return form.refuse({ fields: { code: { key: `portal.join.code.${key}` } } });
      }
      return done("renamed");
    }
    case "pause":
      await changeMembership({ championId, to: "paused" });
      return done("paused");
    case "resume":
      await changeMembership({ championId, to: "active" });
      return done("resumed");
    case "leave":
      await leaveProgram({ championId });
      return redirect(`/portal/account?left=${slug}`, 303);
  }
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "portal.account.manage" } satisfies PageHandle;

export default function MembershipPage() {
  const t = useT();
  const own = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const intent = isFormReply(reply) ? reply.values.intent : undefined;
  const told: Record<string, string> = {
    saved: t("portal.account.saved"),
    renamed: t("portal.account.renamed", { code: own.code ?? "" }),
    resumed: t("portal.account.resumed"),
  };
  const notice = told[done ?? ""];
  return (
    <Page>
      <PageTitle lead={own.title} back={<BackLink to="/portal/account">{t("portal.account.backToAccount")}</BackLink>}>
        {t("portal.account.manage")}
      </PageTitle>
      {notice ? (
        <Notice tone="done" live>
          {notice}
        </Notice>
      ) : null}
      {own.status === "paused" ? <Notice tone="waiting">{t("portal.account.paused")}</Notice> : null}
      <WordsForm own={own} reply={intent === "words" ? reply : null} />
      <CodeForm own={own} reply={intent === "rename" ? reply : null} />
      <PauseForm paused={own.status === "paused"} />
      <LeaveForm program={own.title} />
    </Page>
  );
}
