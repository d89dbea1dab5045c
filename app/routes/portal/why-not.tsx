import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { askAPerson } from "~/journeys/ask-a-person.server";
import { showWhyNot } from "~/journeys/show-why-not.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { readLocalDay } from "~/platform/local-day";
import { localDay } from "~/programs/business-calendar";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { HAPPENED } from "~/rewards/explain-silence";
import { MAX_OPEN_QUESTIONS } from "~/rewards/question";
import { questionNoteField } from "~/rewards/question-schema";
import { writeWhyNot } from "~/rewards/why-not-question";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AskPerson } from "./AskPerson";
import { OwnQuestions } from "./OwnQuestions";
import { WhyNotFindings } from "./WhyNotFindings";
import { WhyNotForm } from "./WhyNotForm";

const schema = z.object({
  intent: z.enum(["look", "ask"]),
  day: z.string().refine((text) => readLocalDay(text) !== null, "errors.field.notUnderstood").optional(),
  happened: z.enum(HAPPENED),
  link: z.string().max(40).optional(),
  note: questionNoteField.optional(),
});

/** What a champion asked stands in the address, so that the answer can be read again and looking writes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, ...(await showWhyNot({ championId, search: new URL(request.url).searchParams })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { calendar } = await getProgramBySlug(programSlug);
  const { intent, day = null, happened, link = null, note } = form.value;
  if (day && day > localDay(calendar.zone, systemClock.now())) return form.refuse({ fields: { day: { key: "whyNot.dayAhead" } } });
  const asked = { day, happened, linkId: link };
  const page = `/portal/${programSlug}/why-not?${writeWhyNot(asked)}`;
  if (intent === "look") return redirect(`${page}#found`, 303);
  if (!note) return form.refuse({ fields: { note: { key: "errors.field.required" } } });
  try {
    await askAPerson({ championId, asked, note });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const key = error.code === "question_open" ? "whyNot.questionOpen" : "whyNot.tooMany";
    return form.refuse({ form: { key, values: { max: MAX_OPEN_QUESTIONS } } });
  }
  return redirect(`${page}&sent#questions`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "whyNot.title" } satisfies PageHandle;

export default function WhyNotPage() {
  const t = useT();
  const { slug, today, links, asked, answer, answerBy, questions } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  // Each form gets back what it sent.
  const toPerson = isFormReply(reply) && reply.values.intent === "ask";
  const ownQuestions = <OwnQuestions questions={questions} sent={search.has("sent")} />;
  return (
    <Page>
      <PageTitle lead={t("whyNot.lead")} back={<BackLink to={`/portal/${slug}`}>{t("portal.recommendation.back")}</BackLink>}>
        {t("whyNot.title")}
      </PageTitle>
      {asked && answer ? (
        <WhyNotFindings slug={slug} asked={asked} answer={answer}>
          {search.has("sent") ? null : <AskPerson asked={asked} answerBy={answerBy} reply={toPerson ? reply : null} />}
        </WhyNotFindings>
      ) : null}
      {asked ? ownQuestions : null}
      <WhyNotForm key={JSON.stringify(asked)} today={today} links={links} asked={asked} reply={toPerson ? null : reply} />
      {asked ? null : ownQuestions}
    </Page>
  );
}
