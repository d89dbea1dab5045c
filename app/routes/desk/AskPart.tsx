import type { ShownReward } from "~/journeys/show-reward.server";
import type { RewardDetail } from "~/rewards/get-reward-detail.server";
import { topicsFor } from "~/rewards/inquiry";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { useFormat, useT } from "~/ui/i18n";
import { AskForm } from "./AskForm";

interface AskPartProps {
  shown: ShownReward & { own: boolean };
  decides: boolean;
  /** It was asked just now. */
  asked: boolean;
}

/** What the champion was asked and said, or what they can be asked (W14); nothing where it would lead nowhere. */
export function AskPart({ shown, decides, asked }: AskPartProps) {
  const t = useT();
  const { detail, effect, evidence, own } = shown;
  if (detail.inquiry) {
    return (
      <Card title={t("ask.title")} id="ask">
        <Asked detail={detail} asked={asked} waits={effect !== null} />
      </Card>
    );
  }
  if (!effect || own || !decides || detail.reward.side === "friend") return null;
  return (
    <Card title={t("ask.title")} id="ask">
      <AskForm detail={detail} topics={topicsFor(evidence.checks)} reply={null} />
    </Card>
  );
}

function Asked({ detail, asked, waits }: { detail: RewardDetail; asked: boolean; waits: boolean }) {
  const t = useT();
  const format = useFormat();
  const { inquiry, champion, actors } = detail;
  if (!inquiry) return null;
  const { question, askedAt, askedBy, answerUntil, answeredAt, answer, returnedAt } = inquiry;
  const until = format.dateTime(answerUntil);
  return (
    <>
      {asked ? (
        <Notice tone="done" live>
          {t("ask.done", { name: champion.displayName, until })}
        </Notice>
      ) : null}
      <Said title={t("ask.asked", { by: actors[askedBy] ?? t("ask.someone"), at: format.dateTime(askedAt) })} lang={champion.locale} words={question} />
      {answeredAt && answer ? <Said title={t("ask.answered", { at: format.dateTime(answeredAt) })} lang={champion.locale} words={answer} /> : null}
      {waits && !answeredAt && !asked ? <Notice tone="waiting">{returnedAt ? t("ask.missed") : t("ask.waiting", { until })}</Notice> : null}
    </>
  );
}

function Said({ title, lang, words }: { title: string; lang: string; words: string }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm text-muted">{title}</p>
      <blockquote lang={lang} className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line">
        {words}
      </blockquote>
    </div>
  );
}
