import type { ShownReward } from "~/journeys/show-reward.server";
import type { ReviewCase } from "~/reports/review-case";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { StatusPill } from "~/ui/components/StatusPill";
import { Timeline } from "~/ui/components/Timeline";
import { useFormat, useT } from "~/ui/i18n";
import { AppealAnswer } from "./AppealAnswer";
import { AskPart } from "./AskPart";
import { BookLines } from "./BookLines";
import { CasePart } from "./CasePart";
import { DecisionForms } from "./DecisionForms";
import { EvidenceLists } from "./EvidenceLists";
import { OutsideEffects } from "./OutsideEffects";
import { RefusalClause, RewardSummary } from "./RewardSummary";
import { UndoForm } from "./UndoForm";
import { STATUS_TONE } from "./status-tone";
import { useRewardTimeline } from "./use-reward-timeline";

interface RewardViewProps {
  shown: ShownReward & { own: boolean };
  /** Both people, and cases like this. */
  about: ReviewCase;
  decides: boolean;
  /** Who looks refused it: another person answers the appeal (W18). */
  refusedIt: boolean;
  /** An appeal was answered just now. */
  answered: boolean;
  /** The champion was asked just now. */
  asked: boolean;
  reply: unknown;
}

/** One reward on the desk: what can be decided, what it rests on, what happened, what left the house, the book. */
export function RewardView({ shown, about, decides, refusedIt, answered, asked, reply }: RewardViewProps) {
  const t = useT();
  const format = useFormat();
  const events = useRewardTimeline(shown);
  const { reward, champion, appeals, lines } = shown.detail;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: reward.currency });
  const open = appeals.find(({ answeredAt }) => answeredAt === null);
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/queue">{t("desk.reward.back")}</BackLink>}
        lead={t("desk.reward.worth", { granted: money(reward.grantedMinor), due: money(reward.dueMinor) })}
        aside={<StatusPill tone={STATUS_TONE[reward.status]}>{t(`desk.status.${reward.status}`)}</StatusPill>}
      >
        {t(reward.side === "friend" ? "desk.whose.title" : "desk.reward.title", { name: champion.displayName })}
      </PageTitle>
      {answered ? (
        <Notice tone="done" live>
          {t("desk.reward.appealDone")}
        </Notice>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <RewardSummary detail={shown.detail}>
            {open ? null : <DecisionForms shown={shown} place="" decides={decides} reply={null} />}
            <UndoForm reward={reward} allowed={decides && !shown.own} place="" />
          </RewardSummary>
          {open ? (
            <AppealAnswer
              appeal={open}
              reward={reward}
              locale={champion.locale}
              allowed={decides && !shown.own}
              refusedIt={refusedIt}
              reply={reply}
            />
          ) : null}
          {open ? null : <AskPart shown={shown} decides={decides} asked={asked} />}
          <RefusalClause detail={shown.detail} />
          <Card title={t("desk.reward.evidence")}>
            <EvidenceLists evidence={shown.evidence} currency={shown.detail.reward.currency} />
          </Card>
        </div>
        <div className="flex flex-col gap-6">
          <CasePart about={about} champion={champion} />
          <Card title={t("desk.reward.timeline")}>
            <Timeline label={t("desk.reward.timeline")} events={events} />
          </Card>
        </div>
      </div>
      <Card title={t("desk.reward.effects")}>
        <OutsideEffects handOver={shown.handOver} mails={shown.mails} />
      </Card>
      <Card title={t("desk.reward.lines")}>
        <BookLines lines={lines} />
      </Card>
    </Page>
  );
}
