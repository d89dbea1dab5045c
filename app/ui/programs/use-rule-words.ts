import { benefitText } from "~/programs/program-copy";
import { isMilestone, type RewardRule } from "~/programs/reward-rule";
import { useFormat, useT } from "../i18n";

/** A reward rule in one line: "For every renewal in the 12 months after the first order: 10% of what is paid". */
export function useRuleWords(): (rule: RewardRule, currency: string) => string {
  const t = useT();
  const format = useFormat();
  return (rule, currency) => {
    const { forWhom, trigger, months, fromFriend, group, leastMinor, approval, worth } = rule;
    const text = benefitText(worth, currency, format);
    const conditions = [
      forWhom === "champion" ? [] : t(`conditions.rules.forWhom.${forWhom}`),
      fromFriend > 1 && !isMilestone(rule) ? t("conditions.rules.fromFriend", { number: fromFriend }) : [],
      group ? t("conditions.rules.group", { group }) : [],
      leastMinor > 0n ? t("conditions.rules.least", { amount: format.money({ amountMinor: leastMinor, currency }) }) : [],
      approval ? t(`conditions.rules.approval.${approval}`) : [],
    ].flat();
    return t(conditions.length === 0 ? "conditions.rules.line" : "conditions.rules.lineOnly", {
      when: t(`conditions.rules.when.${trigger}`, { months: months ?? 0, number: fromFriend }),
      conditions: conditions.join(", "),
      worth: worth.kind === "percent" ? t("conditions.rules.share", { percent: text }) : text,
    });
  };
}
