import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { pageNumber } from "~/http/page-number";
import { giveQuestionAnswer } from "~/journeys/give-question-answer.server";
import { showQuestions } from "~/journeys/show-questions.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { EmptyState } from "~/ui/components/EmptyState";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { Tabs } from "~/ui/components/Tabs";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { QuestionCard } from "./question-card";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "questions.title" } satisfies PageHandle;

const schema = z.object({ question: z.string().max(40), answer: z.string().trim().min(10).max(1_000) });

/** What champions asked a person, with what was promised, or the latest answers. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const search = new URL(request.url).searchParams;
  const answered = search.has("answered");
  return { ...(await showQuestions({ answered, page: pageNumber(search) })), view: answered, me: personId, now: systemClock.now() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { question: questionId, answer } = form.value;
  try {
    await giveQuestionAnswer({ questionId, answer, by: `person:${personId}` });
  } catch (error) {
    if (error instanceof ConflictError) return form.refuse({ form: { key: "questions.changed" } });
    throw error;
  }
  return redirect("/desk/questions?answered&done", 303);
}

export default function QuestionsPage() {
  const t = useT();
  const { questions, waiting, answered, inTime, page, pages, view, me, now } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const about = isFormReply(reply) ? reply.values.question : null;
  const [newest] = questions;
  return (
    <Page width="wide">
      <PageTitle lead={`${t("questions.lead")} ${t("questions.kept", { count: answered, inTime })}`}>{t("questions.title")}</PageTitle>
      <Tabs
        label={t("questions.views")}
        tabs={[
          { to: "/desk/questions", label: t("questions.waiting"), here: !view, count: waiting },
          { to: "/desk/questions?answered", label: t("questions.answered"), here: view },
        ]}
      />
      {search.has("done") && newest ? (
        <Notice tone="done" live>
          {t("questions.done", { name: newest.displayName })}
        </Notice>
      ) : null}
      {questions.length === 0 ? (
        <EmptyState title={t(view ? "questions.emptyAnswered" : "questions.empty")}>{view ? null : t("questions.emptyLead")}</EmptyState>
      ) : null}
      {questions.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          now={now}
          own={question.personId === me}
          reply={about === question.id ? reply : null}
        />
      ))}
      <Pager page={page} pages={pages} />
    </Page>
  );
}
