import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { showWhyNot } from "~/journeys/show-why-not.server";
import { systemClock } from "~/platform/deps.server";
import { readLocalDay } from "~/platform/local-day";
import { localDay } from "~/programs/business-calendar";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { HAPPENED } from "~/rewards/explain-silence";
import { writeWhyNot } from "~/rewards/why-not-question";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { WhyNotFindings } from "./WhyNotFindings";
import { WhyNotForm } from "./WhyNotForm";

const schema = z.object({
  day: z.string().refine((text) => readLocalDay(text) !== null, "errors.field.notUnderstood").optional(),
  happened: z.enum(HAPPENED),
  link: z.string().max(40).optional(),
});

/** What a champion asked stands in the address, so that the answer can be read again and asking writes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, ...(await showWhyNot({ championId, search: new URL(request.url).searchParams })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { calendar } = await getProgramBySlug(programSlug);
  const { day = null, happened, link = null } = form.value;
  if (day && day > localDay(calendar.zone, systemClock.now())) return form.refuse({ fields: { day: { key: "whyNot.dayAhead" } } });
  return redirect(`/portal/${programSlug}/why-not?${writeWhyNot({ day, happened, linkId: link })}#found`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "whyNot.title" } satisfies PageHandle;

export default function WhyNotPage() {
  const t = useT();
  const { slug, today, links, asked, answer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page>
      <PageTitle lead={t("whyNot.lead")} back={<BackLink to={`/portal/${slug}`}>{t("portal.recommendation.back")}</BackLink>}>
        {t("whyNot.title")}
      </PageTitle>
      {asked && answer ? <WhyNotFindings slug={slug} asked={asked} answer={answer} /> : null}
      <WhyNotForm key={JSON.stringify(asked)} today={today} links={links} asked={asked} reply={reply} />
    </Page>
  );
}
