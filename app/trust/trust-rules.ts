import { IDENTITY_RULES, NETWORK_RULE } from "./identity-rules";
import { isAtLeast, type TrustCheck } from "./outcome";
import { RECORD_RULES } from "./record-rules";
import { MissingInput, present, signRule, type Rule, type RuleContext } from "./rule";
import { SALE_RULES } from "./sale-rules";
import { SOURCE_RULES } from "./source-rules";
import type { TrustFacts } from "./trust-facts";
import { DEFAULT_POLICY, FIGURES, type TrustPolicy } from "./trust-policy";

/** Whom a person found not genuine earns nothing later either (R34, W8); whom nobody judged is not asked about. */
const VERDICT_RULE = signRule("R34", (signs) => {
  const verdict = present(signs.verdict);
  return verdict && { outcome: verdict.genuine ? "pass" : "block", compared: { genuine: verdict.genuine } };
});

const RULES: readonly Rule[] = [...IDENTITY_RULES, ...SALE_RULES, ...SOURCE_RULES, ...RECORD_RULES, VERDICT_RULE, NETWORK_RULE];

const byNumber = new Intl.Collator("en", { numeric: true });

/**
 * Runs every rule over the facts, in the order of their numbers. A rule that fails, or lacks something it asks for, holds
 * (R32, N6). What a person judged before is not doubted for the same cause again (R34), and what the program takes as
 * advice stops nothing; both stay visible as notes. Pure (R30).
 */
export function checkTrust(facts: TrustFacts, policy: TrustPolicy = DEFAULT_POLICY, rules: readonly Rule[] = RULES): TrustCheck[] {
  const found: TrustCheck[] = [];
  for (const rule of rules) {
    const check = checkOf(rule, facts, { policy, figures: FIGURES[policy.level], found });
    if (check) found.push(check);
  }
  const cleared = facts.signs?.verdict?.genuine ? facts.signs.verdict.rules : [];
  return found.map((check) => softened(check, cleared, policy)).sort((a, b) => byNumber.compare(a.rule, b.rule));
}

function checkOf({ id: rule, version, judge }: Rule, facts: TrustFacts, context: RuleContext): TrustCheck | null {
  try {
    const found = judge(facts, context);
    return found && { rule, version, ...found };
  } catch (error) {
    const cause = error instanceof MissingInput ? "missing_input" : "error";
    return { rule, version, outcome: "hold", compared: { cause } };
  }
}

function softened(check: TrustCheck, cleared: readonly string[], { adviceOnly }: TrustPolicy): TrustCheck {
  const { rule, outcome, compared } = check;
  const waits = isAtLeast(outcome, "routine_check") && !isAtLeast(outcome, "not_eligible");
  // A rule that could not judge is no finding that anybody judged or may wave through (R32); an amount is always looked at.
  if (!waits || "cause" in compared || rule === "R10") return check;
  if (cleared.includes(rule)) return { ...check, outcome: "note", compared: { ...compared, judgedBefore: outcome } };
  return adviceOnly.includes(rule) ? { ...check, outcome: "note", compared: { ...compared, adviceOnly: outcome } } : check;
}
