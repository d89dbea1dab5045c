import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { askTheChampion } from "~/journeys/ask-the-champion.server";
import { showReward } from "~/journeys/show-reward.server";
import { ConflictError } from "~/platform/errors";
import { readReviewCase } from "~/reports/read-review-case.server";
import { INQUIRY_TOPICS, topicsFor } from "~/rewards/inquiry";
import { holdsAddress } from "~/rewards/question";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { translator } from "~/ui/i18n.server";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AskForm } from "./AskForm";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "ask.title" } satisfies PageHandle;

const schema = z.object({
  topic: z.enum([...INQUIRY_TOPICS, "own"]),
  version: z.coerce.number().int().min(1),
  question: z.string().trim().max(300).optional(),
});

/** One question to the champion about a reward that waits (W14). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const { detail, effect, evidence } = await showReward(params.id ?? "");
  const own = detail.champion.personId === personId;
  return { detail, topics: topicsFor(evidence.checks), closed: !effect || own || detail.reward.side === "friend" ? ("closed" as const) : detail.inquiry ? ("before" as const) : null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const rewardId = params.id ?? "";
  const { topic, version: expectedVersion, question: words = "" } = form.value;
  const { reward, champion } = (await showReward(rewardId)).detail;
  if (topic === "own") {
    const { friend } = await readReviewCase({ rewardId, conversionId: reward.conversionId, championId: reward.championId });
    const wrong = words.length < 10 ? "question" : holdsAddress(words) ? "address" : friend?.number && words.includes(friend.number) ? "friend" : null;
    if (wrong) return form.refuse({ fields: { question: { key: `ask.issue.${wrong}` } } });
  }
  // As the champion reads it: a ready one in their own language.
  const question = topic === "own" ? words : translator(champion.locale)(`ask.question.${topic}`);
  try {
    await askTheChampion({ rewardId, expectedVersion, topic, question, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: error.code === "asked_before" ? "ask.before" : "ask.changed" } });
  }
  return redirect(`/desk/rewards/${rewardId}?asked#ask`, 303);
}

export default function AskPage() {
  const t = useT();
  const { detail, topics, closed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reward, champion } = detail;
  return (
    <Page>
      <PageTitle
        lead={t("ask.lead")}
        back={<BackLink to={`/desk/rewards/${reward.id}`}>{t("desk.reward.title", { name: champion.displayName })}</BackLink>}
      >
        {t("ask.pageTitle", { name: champion.displayName })}
      </PageTitle>
      {closed ? (
        <Notice tone="waiting">{t(`ask.${closed}`)}</Notice>
      ) : (
        <Card>
          <AskForm detail={detail} topics={topics} reply={reply} />
        </Card>
      )}
    </Page>
  );
}
