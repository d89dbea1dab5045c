import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { answerTheDesk } from "~/journeys/answer-the-desk.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { getOwnInquiry } from "~/rewards/get-own-inquiry.server";
import { questionNoteField } from "~/rewards/question-schema";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

/** What the desk asked a champion about a reward, and the one answer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  const inquiry = await getOwnInquiry({ rewardId: params.id ?? "", championId });
  return { slug, inquiry, over: inquiry.answerUntil <= systemClock.now() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug, personId } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, z.object({ answer: questionNoteField }));
  if (!form.ok) return form.answer;
  const rewardId = params.id ?? "";
  try {
    await answerTheDesk({ rewardId, championId, personId, answer: form.value.answer });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: error.code === "inquiry_answered" ? "inquiry.twice" : "inquiry.closed" } });
  }
  return redirect(`/portal/${programSlug}/rewards/${rewardId}/question?sent`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "inquiry.title" } satisfies PageHandle;

export default function QuestionPage() {
  const t = useT();
  const format = useFormat();
  const { slug, inquiry, over } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { rewardId, question, answer, answeredAt, mayAnswer } = inquiry;
  const hours = { until: format.dateTime(inquiry.answerUntil), decideBy: format.dateTime(inquiry.decideBy) };
  return (
    <Page>
      <PageTitle lead={t("inquiry.lead")} back={<BackLink to={`/portal/${slug}/rewards/${rewardId}`}>{t("portal.reward.title")}</BackLink>}>
        {t("inquiry.title")}
      </PageTitle>
      {search.has("sent") && answeredAt ? (
        <Notice tone="done" live>
          {t("inquiry.sent", hours)}
        </Notice>
      ) : null}
      <Card>
        <blockquote className="measure border-l-2 border-edge pl-4 font-semibold break-words whitespace-pre-line">{question}</blockquote>
        {answer && answeredAt ? (
          <div className="measure">
            <p className="text-sm text-muted">{t("inquiry.yours", { date: format.date(answeredAt) })}</p>
            <p className="break-words whitespace-pre-line">{answer}</p>
          </div>
        ) : null}
        {mayAnswer ? (
          <PostForm reply={reply}>
            <p className="measure text-muted">{t(over ? "inquiry.over" : "inquiry.until", hours)}</p>
            <Field name="answer" label={t("inquiry.answer")} hint={t("inquiry.answerHint")}>
              <TextArea maxLength={600} />
            </Field>
            <div>
              <Button>{t("inquiry.send")}</Button>
            </div>
          </PostForm>
        ) : null}
        {!mayAnswer && !answeredAt ? <p className="measure text-muted">{t("inquiry.closed")}</p> : null}
      </Card>
    </Page>
  );
}
