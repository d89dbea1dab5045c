import type { TrustCheck } from "~/trust/outcome";
import { CheckList, type Check } from "~/ui/components/CheckList";
import { useT } from "~/ui/i18n";
import { useRuleName } from "~/ui/settings/use-rule-name";
import { Compared } from "./Compared";

const MARKS: Record<TrustCheck["outcome"], Check["outcome"]> = {
  pass: "yes", note: "yes", routine_check: "waiting", flag: "waiting", hold: "waiting", not_eligible: "no", block: "no",
};

/** What each trust rule found about a sale, with what it compared. */
export function TrustFindings({ checks, currency }: { checks: TrustCheck[]; currency: string }) {
  const t = useT();
  const ruleName = useRuleName();
  if (checks.length === 0) return <p className="text-muted">{t("desk.reward.checksNone")}</p>;
  return (
    <CheckList
      checks={checks.map(({ rule, outcome, compared }) => ({
        key: rule,
        outcome: MARKS[outcome],
        text: `${ruleName(rule)}: ${t(`desk.outcome.${outcome}`)}`,
        because: <Compared values={compared} currency={currency} />,
      }))}
    />
  );
}
