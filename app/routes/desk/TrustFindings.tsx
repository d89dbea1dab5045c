import type { TrustCheck } from "~/trust/trust-rules";
import { CheckList, type Check } from "~/ui/components/CheckList";
import { useT } from "~/ui/i18n";
import { Compared } from "./Compared";

const MARKS: Record<TrustCheck["outcome"], Check["outcome"]> = {
  pass: "yes", note: "yes", routine_check: "waiting", flag: "waiting", hold: "waiting", not_eligible: "no", block: "no",
};

/** What each trust rule found about a sale, with what it compared. */
export function TrustFindings({ checks, currency }: { checks: TrustCheck[]; currency: string }) {
  const t = useT();
  if (checks.length === 0) return <p className="text-muted">{t("desk.reward.checksNone")}</p>;
  const nameOf = (rule: string) => {
    const key = `desk.rule.${rule}`;
    return t.has(key) ? t(key) : t("desk.rule.other", { rule });
  };
  return (
    <CheckList
      checks={checks.map(({ rule, outcome, compared }) => ({
        key: rule,
        outcome: MARKS[outcome],
        text: `${rule} · ${nameOf(rule)}: ${t(`desk.outcome.${outcome}`)}`,
        because: <Compared values={compared} currency={currency} />,
      }))}
    />
  );
}
