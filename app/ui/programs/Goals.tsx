import { useId } from "react";
import { benefitText } from "~/programs/program-copy";
import type { Goal } from "~/programs/goal";
import { useFormat, useT } from "../i18n";
import { useRuleWords } from "./use-rule-words";

/** How far it is to each reward that begins with one of the next friends: a sentence, and a bar that says the same. */
export function Goals({ goals, currency }: { goals: readonly Goal[]; currency: string }) {
  return (
    <ul className="flex flex-col gap-4">
      {goals.map((goal) => (
        <GoalLine key={goal.rule.key} goal={goal} currency={currency} />
      ))}
    </ul>
  );
}

function GoalLine({ goal: { rule, have, asks }, currency }: { goal: Goal; currency: string }) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const id = useId();
  const worth = benefitText(rule.worth, currency, format);
  return (
    <li className="flex flex-col gap-1.5">
      <span id={id} className="font-semibold">
        {t("conditions.goal.until", { have, asks, worth })}
      </span>
      <progress className="progress" aria-labelledby={id} value={have} max={asks} />
      <span className="text-sm text-muted">{words(rule, currency)}</span>
    </li>
  );
}
