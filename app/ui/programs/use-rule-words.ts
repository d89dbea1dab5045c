import { benefitText } from "~/programs/program-copy";
import type { RewardRule } from "~/programs/reward-rule";
import { useFormat, useT } from "../i18n";

/** A reward rule in one line: "For every renewal in the 12 months after the first order: 10% of what is paid". */
export function useRuleWords(): (rule: RewardRule, currency: string) => string {
  const t = useT();
  const format = useFormat();
  return ({ trigger, months, worth }, currency) => {
    const text = benefitText(worth, currency, format);
    return t("conditions.rules.line", {
      when: t(`conditions.rules.when.${trigger}`, { months: months ?? 0 }),
      worth: worth.kind === "percent" ? t("conditions.rules.share", { percent: text }) : text,
    });
  };
}
