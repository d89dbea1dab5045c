import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { giveAppealAnswer } from "~/journeys/give-appeal-answer.server";
import { showReward } from "~/journeys/show-reward.server";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { StatusPill } from "~/ui/components/StatusPill";
import { Timeline } from "~/ui/components/Timeline";
import { useFormat, useLocale, useT, ZoneProvider } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AppealAnswer } from "./AppealAnswer";
import { BookLines } from "./BookLines";
import { DecisionForms } from "./DecisionForms";
import { EvidenceLists } from "./EvidenceLists";
import { OutsideEffects } from "./OutsideEffects";
import { UndoForm } from "./UndoForm";
import { STATUS_TONE } from "./status-tone";
import { useReasonWord } from "./use-reason-word";
import { useRewardTimeline } from "./use-reward-timeline";

const schema = z.object({
  appeal: z.string().max(40),
  outcome: z.enum(["upheld", "stays"]),
  answer: z.string().trim().min(10).max(600),
});

/** Everything about one reward: facts and decisions in time, the book, the clause, what left the house. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, "owner", "approver", "finance");
  const shown = await showReward(params.id ?? "");
  return {
    shown: { ...shown, own: shown.detail.champion.personId === personId },
    decides: roles.includes("owner") || roles.includes("approver"),
    now: new Date(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { appeal: appealId, outcome, answer } = form.value;
  const rewardId = params.id ?? "";
  await giveAppealAnswer({
    rewardId,
    appealId,
    upheld: outcome === "upheld",
    answer,
    by: `person:${personId}`,
  });
  return redirect(`/desk/rewards/${rewardId}?answered`, 303);
}

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Awaited<ReturnType<typeof loader>> | undefined;
    return loaded
      ? t("desk.reward.title", { name: loaded.shown.detail.champion.displayName })
      : t("desk.queue.title");
  },
} satisfies PageHandle;

export default function DeskRewardPage() {
  const { shown } = useLoaderData<typeof loader>();
  return (
    <ZoneProvider zone={shown.detail.program.zone}>
      <RewardPage />
    </ZoneProvider>
  );
}

function RewardPage() {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const reasonWord = useReasonWord();
  const { shown, decides } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const events = useRewardTimeline(shown);
  const { reward, champion, clauses, appeals, lines } = shown.detail;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: reward.currency });
  const clause = reward.clauseNumber === null ? undefined : clauses[reward.clauseNumber - 1];
  const open = appeals.find(({ answeredAt }) => answeredAt === null);
  const answers = {
    genuine: t(`desk.reward.answer.${reward.genuine}`),
    payable: t(`desk.reward.answer.${reward.payable}`),
  };
  return (
    <Page width="wide">
      <PageTitle
        lead={t("desk.reward.worth", { granted: money(reward.grantedMinor), due: money(reward.dueMinor) })}
        aside={<StatusPill tone={STATUS_TONE[reward.status]}>{t(`desk.status.${reward.status}`)}</StatusPill>}
      >
        {t("desk.reward.title", { name: champion.displayName })}
      </PageTitle>
      {search.has("answered") ? (
        <Notice tone="done" live>
          {t("desk.reward.appealDone")}
        </Notice>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <Card>
            {reward.reason ? <p className="font-semibold">{reasonWord(reward.reason)}</p> : null}
            <p className="text-muted">
              {t("desk.reward.answers", { ...answers, amount: money(reward.dueMinor) })}{" "}
              {reward.cutMinor > 0n ? t("desk.reward.cut", { cut: money(reward.cutMinor) }) : null}
            </p>
            <p className="text-sm text-muted">
              {t("desk.reward.promised")} <DateTime at={reward.decideBy} /> · {t("desk.reward.holdEnds")}{" "}
              <DateTime at={reward.holdEndsAt} />
            </p>
            {open ? null : <DecisionForms shown={shown} view="waiting" decides={decides} reply={null} />}
            <UndoForm reward={reward} allowed={decides && !shown.own} />
          </Card>
          {open ? (
            <AppealAnswer
              appeal={open}
              reward={reward}
              locale={champion.locale}
              allowed={decides && !shown.own}
              reply={reply}
            />
          ) : null}
          {clause && reward.clauseNumber !== null ? (
            <Card title={t("desk.reward.clauseTitle")}>
              <p className="font-semibold">
                {t("desk.reward.clause", { number: reward.clauseNumber, title: clause.title[locale] })}
              </p>
              <p className="measure">{clause.text[locale]}</p>
              {reward.note ? (
                <p className="measure">
                  <span className="block text-sm font-semibold text-muted">{t("desk.reward.note")}</span>
                  <span lang={champion.locale}>{reward.note}</span>
                </p>
              ) : null}
            </Card>
          ) : null}
          <Card title={t("desk.reward.evidence")}>
            <EvidenceLists evidence={shown.evidence} />
          </Card>
        </div>
        <Card title={t("desk.reward.timeline")}>
          <Timeline label={t("desk.reward.timeline")} events={events} />
        </Card>
      </div>
      <Card title={t("desk.reward.effects")}>
        <OutsideEffects handOver={shown.handOver} mails={shown.mails} />
      </Card>
      <Card title={t("desk.reward.lines")}>
        <BookLines lines={lines} />
      </Card>
      <div>
        <LinkButton to="/desk/queue" variant="plain" icon="back">
          {t("desk.reward.back")}
        </LinkButton>
      </div>
    </Page>
  );
}
