import type { ReactNode } from "react";
import type { RewardDetail } from "~/rewards/get-reward-detail.server";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { useRuleWords } from "~/ui/programs/use-rule-words";
import { useReasonWord } from "./use-reason-word";

/** Why a reward is where it is, the rule that gave it, its three answers (W1), and what was promised; the buttons come as children. */
export function RewardSummary({ detail: { reward, rule }, children }: { detail: RewardDetail; children: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const ruleWords = useRuleWords();
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: reward.currency });
  const answers = {
    genuine: t(`desk.reward.answer.${reward.genuine}`),
    payable: t(`desk.reward.answer.${reward.payable}`),
    amount: money(reward.dueMinor),
  };
  return (
    <Card>
      {reward.reason ? <p className="font-semibold">{reasonWord(reward.reason)}</p> : null}
      <p className="text-muted">
        {t("desk.reward.answers", answers)}{" "}
        {reward.cutMinor > 0n ? t("desk.reward.cut", { cut: money(reward.cutMinor) }) : null}
      </p>
      <p className="text-muted">{ruleWords(rule, reward.currency)}</p>
      <p className="text-sm text-muted">
        {t("desk.reward.promised")} <DateTime at={reward.decideBy} /> · {t("desk.reward.holdEnds")}{" "}
        <DateTime at={reward.holdEndsAt} />
      </p>
      {children}
    </Card>
  );
}

/** The clause a refusal rests on, as the champion accepted it, with the sentence they read. */
export function RefusalClause({ detail: { reward, champion, clauses } }: { detail: RewardDetail }) {
  const t = useT();
  const locale = useLocale();
  const number = reward.clauseNumber;
  const clause = number === null ? undefined : clauses[number - 1];
  if (!clause || number === null) return null;
  return (
    <Card title={t("desk.reward.clauseTitle")}>
      <p className="font-semibold">{t("desk.reward.clause", { number, title: clause.title[locale] })}</p>
      <p className="measure">{clause.text[locale]}</p>
      {reward.note ? (
        <p className="measure">
          <span className="block text-sm font-semibold text-muted">{t("desk.reward.note")}</span>
          <span lang={champion.locale}>{reward.note}</span>
        </p>
      ) : null}
    </Card>
  );
}
