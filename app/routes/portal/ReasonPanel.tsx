import type { ChampionReward, ShownStep } from "~/rewards/get-champion-reward.server";
import { CheckList, type Check } from "~/ui/components/CheckList";
import { Explain } from "~/ui/components/Explain";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { useRuleWords } from "~/ui/programs/use-rule-words";
import { useReason } from "./use-reason";

interface ReasonPanelProps {
  steps: ShownStep[];
  reward: ChampionReward | null;
}

/** What we looked at, in order, with a tick or a plain no; then the clause and the kind sentence (S4). */
export function ReasonPanel({ steps, reward }: ReasonPanelProps) {
  const t = useT();
  const locale = useLocale();
  const reason = useReason();
  const rewardChecks = useRewardChecks();
  const checks: Check[] = [
    ...steps.map(({ check, outcome, reason: code }, i) => ({
      key: `${check} ${i}`,
      outcome: outcome === "pass" ? ("yes" as const) : ("no" as const),
      text: t(`portal.recommendation.check.${check}`),
      ...(outcome === "fail" && code ? { because: reason(code) } : {}),
    })),
    ...(reward ? rewardChecks(reward) : []),
  ];
  return (
    <Explain label={t("portal.recommendation.why")} open>
      {checks.length === 0 ? <p>{t("portal.recommendation.whyNone")}</p> : <CheckList checks={checks} />}
      {reward?.clause ? (
        <blockquote className="border-l-2 border-edge pl-4">
          <p className="text-sm font-semibold text-muted">
            {t("portal.reward.clause", { number: reward.clause.number })}
          </p>
          <p className="font-semibold">{reward.clause.clause.title[locale]}</p>
          <p>{reward.clause.clause.text[locale]}</p>
        </blockquote>
      ) : null}
      {reward?.note ? (
        <div>
          <p className="text-sm font-semibold text-muted">{t("portal.reward.note")}</p>
          <p>{reward.note}</p>
        </div>
      ) : null}
    </Explain>
  );
}

/** The part of the story that begins with the purchase: is it worth something, did a person look, is the wait over. */
function useRewardChecks(): (reward: ChampionReward) => Check[] {
  const t = useT();
  const format = useFormat();
  const reasonWords = useReason();
  const ruleWords = useRuleWords();
  const words = (key: "worth" | "review" | "reviewOpen" | "hold" | "settled" | "kept" | "given") =>
    t(`portal.recommendation.check.${key}`);
  return (reward) => {
    const { status, reason, currency } = reward;
    if (status === "not_eligible" && !reward.decidedByPerson) {
      return [{ key: "worth", outcome: "no", text: words("worth"), because: reasonWords(reason ?? "") }];
    }
    const until = format.dateTime(reward.until ?? reward.decideBy);
    const checks: Check[] = [
      { key: "worth", outcome: "yes", text: words("worth"), because: amounts(reward) },
    ];
    if (reward.needsPerson || reason === "appeal_open") {
      checks.push({
        key: "review",
        outcome: "waiting",
        text: words("reviewOpen"),
        because: t("portal.recommendation.check.reviewBy", { until }),
      });
    } else if (status === "not_eligible") {
      checks.push({
        key: "review",
        outcome: "no",
        text: words("review"),
        because: reasonWords(reason ?? ""),
      });
      return checks;
    } else if (reward.decidedByPerson) {
      checks.push({ key: "review", outcome: "yes", text: words("review") });
    }
    if (reward.takenBack) {
      const back = format.money({ amountMinor: reward.grantedMinor - reward.amountMinor, currency });
      checks.push({
        key: "kept",
        outcome: "no",
        text: words("kept"),
        because: t("portal.recommendation.check.keptBack", { amount: back }),
      });
      if (reward.amountMinor === 0n) return checks;
    } else if (reward.holdOver) {
      checks.push({ key: "hold", outcome: "yes", text: words("hold") });
    } else {
      checks.push({
        key: "hold",
        outcome: "waiting",
        text: words(reason === "settlement_wait" ? "settled" : "hold"),
        because: t(
          `portal.recommendation.check.${reason === "settlement_wait" ? "settlesUntil" : "holdUntil"}`,
          { until: format.dateTime(reward.decideBy) },
        ),
      });
    }
    if (reward.paidAt)
      checks.push({
        key: "given",
        outcome: "yes",
        text: words("given"),
        because: format.date(reward.paidAt),
      });
    else if (status !== "pending") {
      const because =
        reason && !reward.until ? reasonWords(reason) : t("portal.recommendation.check.givenWait", { until });
      checks.push({ key: "given", outcome: "waiting", text: words("given"), because });
    }
    return checks;

    function amounts({ grantedMinor, cutMinor, rule }: ChampionReward): string {
      const granted = `${format.money({ amountMinor: grantedMinor, currency })}. ${ruleWords(rule, currency)}`;
      return cutMinor > 0n
        ? `${granted}. ${t("portal.reward.cut", {
            amount: format.money({ amountMinor: cutMinor, currency }),
          })}`
        : granted;
    }
  };
}
