import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { attributeByHand } from "~/journeys/attribute-by-hand.server";
import { NOBODY } from "~/journeys/hand-pick";
import { refusalOf, showHandChoice } from "~/journeys/show-hand-choice.server";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { HandForm } from "./HandForm";
import { HandSearch } from "./HandSearch";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "conversions.hand.title" } satisfies PageHandle;

const schema = z.object({
  champion: z.string().min(1).max(40),
  basis: z.string().min(1).max(100),
  reason: z.string().trim().min(10).max(300),
});

/** Who brought the friend of this sale or sign-up, by a person's word: the search, and what the choice does (A19). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const address = new URL(request.url).searchParams;
  const search = (address.get("q") ?? "").slice(0, 200);
  const pick = address.get("champion")?.slice(0, 40) || null;
  return { search, ...(await showHandChoice({ conversionId: params.id ?? "", search, pick, by: `person:${personId}` })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { champion, basis, reason } = form.value;
  const conversionId = params.id ?? "";
  const championId = champion === NOBODY ? null : champion;
  try {
    await attributeByHand({ conversionId, championId, reason, basis, by: `person:${personId}` });
  } catch (error) {
    const { code } = refusalOf(error);
    return form.refuse({ form: { key: `conversions.hand.not.${code}` } });
  }
  return redirect(`/desk/conversions/${conversionId}?by-hand`, 303);
}

export default function ByHandPage() {
  const t = useT();
  const format = useFormat();
  const { conversion, search, found, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const now = conversion.champions[conversion.championId ?? ""]?.name ?? t("conversions.nobodyNow");
  return (
    <Page>
      <PageTitle
        back={<BackLink to={`/desk/conversions/${conversion.id}`}>{t(conversion.signUp ? "conversions.hand.backSignUp" : "conversions.hand.back")}</BackLink>}
        lead={t(conversion.signUp ? "conversions.hand.leadSignUp" : "conversions.hand.lead", { when: format.dateTime(conversion.occurredAt), name: now })}
      >
        {t("conversions.hand.title")}
      </PageTitle>
      {chosen ? <HandForm chosen={chosen} basis={conversion.factsHash} reply={reply} /> : null}
      <HandSearch search={search} found={found} owned={conversion.championId !== null} />
    </Page>
  );
}
