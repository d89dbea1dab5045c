import type { ProgramConditions } from "~/programs/program-conditions";
import { useRuleWords } from "./use-rule-words";

/** Every reward rule of a version in words, in the order in which they are looked at. */
export function RuleList({ currency, rewards }: Pick<ProgramConditions, "currency" | "rewards">) {
  const words = useRuleWords();
  return (
    <ul className="flex flex-col gap-1">
      {rewards.map((rule) => (
        <li key={rule.key}>{words(rule, currency)}</li>
      ))}
    </ul>
  );
}
