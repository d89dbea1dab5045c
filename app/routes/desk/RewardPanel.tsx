import { Link } from "@remix-run/react";
import type { ShownReward } from "~/journeys/show-reward.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { StatusPill } from "~/ui/components/StatusPill";
import { useT, ZoneProvider } from "~/ui/i18n";
import { DecisionForms } from "./DecisionForms";
import { EvidenceLists } from "./EvidenceLists";
import { UndoForm } from "./UndoForm";
import { STATUS_TONE } from "./status-tone";
import { useReasonWord } from "./use-reason-word";
import { useWhose } from "./use-whose";

interface RewardPanelProps {
  shown: ShownReward & { own: boolean };
  place: string;
  decides: boolean;
  reply: unknown;
}

/** Beside the list: what the decision does and what it rests on, then the buttons. */
export function RewardPanel({ shown, place, decides, reply }: RewardPanelProps) {
  const t = useT();
  const reasonWord = useReasonWord();
  const whose = useWhose();
  const { reward, champion, program, appeals } = shown.detail;
  const appeal = appeals.find(({ answeredAt }) => answeredAt === null);
  return (
    <ZoneProvider zone={program.zone}>
      <aside
        id="panel"
        aria-label={t("desk.queue.panel")}
        className="flex scroll-mt-4 flex-col gap-5 rounded-lg border border-hairline bg-surface p-5 shadow-soft xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
      >
        <header className="flex flex-col gap-2">
          <div className="flex items-baseline justify-between gap-4">
            <h2 className="text-lg">{whose({ side: reward.side, name: champion.displayName })}</h2>
            <span className="text-lg">
              <Money
                tone="thanks"
                amountMinor={appeal ? reward.grantedMinor : reward.dueMinor}
                currency={reward.currency}
              />
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusPill tone={STATUS_TONE[reward.status]}>{t(`desk.status.${reward.status}`)}</StatusPill>
            {reward.reason ? <span className="text-sm text-muted">{reasonWord(reward.reason)}</span> : null}
          </div>
          <p className="text-sm text-muted">
            {t("desk.reward.promised")} <DateTime at={appeal?.answerBy ?? reward.decideBy} /> ·{" "}
            {t("desk.reward.holdEnds")} <DateTime at={reward.holdEndsAt} />
          </p>
        </header>
        <DecisionForms shown={shown} place={place} decides={decides} reply={reply} />
        <UndoForm reward={reward} allowed={decides && !shown.own} place={place} />
        <EvidenceLists evidence={shown.evidence} currency={shown.detail.reward.currency} />
        <p className="flex flex-wrap gap-x-6">
          <Link to={`/desk/rewards/${reward.id}`} className="link inline-flex min-h-11 items-center">
            {t("desk.queue.openPage")}
          </Link>
          {decides && shown.effect && !shown.own && !shown.detail.inquiry && reward.side === "champion" ? (
            <Link to={`/desk/rewards/${reward.id}/ask`} className="link inline-flex min-h-11 items-center">
              {t("ask.title")}
            </Link>
          ) : null}
        </p>
      </aside>
    </ZoneProvider>
  );
}
