import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/http/actor.server";
import { claimedTokens } from "~/http/claim-cookie.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { joinSchema } from "~/champions/champion-schema";
import { applyToProgram } from "~/journeys/apply-to-program.server";
import { joinProgram } from "~/journeys/join-program.server";
import { checkOwnCode, showJoin } from "~/journeys/show-join.server";
import { ConflictError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { referralUrl } from "~/sharing/share-channel";
import { Page } from "~/ui/components/Page";
import type { PageHandle } from "~/ui/page-handle";
import { codeRefusal } from "./code-refusal";
import { DoorNotice } from "./DoorNotice";
import { JoinForm } from "./JoinForm";

/** The way into a program, or how an earlier attempt stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requirePerson(request);
  const slug = params.slug ?? "";
  const search = new URL(request.url).searchParams;
  const { program, company, ...view } = await showJoin({ personId, slug, invitation: search.get("invite") });
  if (view.door === "member") throw redirect(`/portal/${slug}`);
  return {
    ...view,
    slug,
    invite: search.get("invite"),
    company: { name: company.name, supportEmail: company.supportEmail },
    title: offerWords(program.version, company, localeOf(request)).copy.title,
    policy: program.joinPolicy,
    terms: program.terms && { id: program.terms.id, number: program.terms.number, clauses: program.terms.clauses },
    address: referralUrl(env().APP_URL, "…").replace(/^https?:\/\//, ""),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requirePerson(request);
  const slug = params.slug ?? "";
  const form = await parseForm(request, joinSchema);
  if (!form.ok) return form.answer;
  const { displayName, code, note, terms, invite } = form.value;
  const check = await checkOwnCode({ personId, slug, typed: code });
  const entry = { personId, slug, displayName, code, termsVersionId: terms, claimed: claimedTokens(request) };
  try {
    if (check.ok && note === undefined) {
      await joinProgram({ ...entry, invitation: invite ?? null });
      return redirect(`/portal/${slug}?welcome`, 303);
    }
    if (check.ok && note !== undefined) {
      await applyToProgram({ ...entry, note });
      return redirect(`/portal/${slug}/join`, 303);
    }
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    if (error.code === "terms_changed") return form.refuse({ form: { key: "portal.join.termsChanged" } });
    if (error.code === "code_taken") return form.refuse({ fields: { code: { key: "portal.join.code.taken" } } });
    // Closed in between, or pressed twice: the page itself tells how things stand.
    if (error.code === "door_closed" && form.value.note === undefined && error.facts.door === "apply") {
      return form.refuse({ fields: { note: { key: "errors.field.required" } } });
    }
    return redirect(`/portal/${slug}/join`, 303);
  }
  const refusal = codeRefusal(check);
  const { data: reply } = form.refuse({ fields: refusal ? { code: refusal } : {} });
  return data({ ...reply, suggestions: check.ok ? [] : check.suggestions }, { status: 422 });
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "portal.join.title" } satisfies PageHandle;

export default function JoinPage() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page>
      <DoorNotice shown={shown} />
      {shown.door === "join" || shown.door === "apply" ? <JoinForm shown={shown} reply={reply} /> : null}
    </Page>
  );
}

export type JoinShown = Awaited<ReturnType<typeof loader>>;
