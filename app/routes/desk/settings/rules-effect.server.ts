import { conditionsOf } from "~/programs/program-conditions";
import { exampleOf, parityOf, type ProgramRules } from "~/programs/program-rules";
import type { RulesEffect } from "~/ui/settings/RulesPreview";

/** What rules do, computed by the engine that grants rewards. */
export function effectOf(rules: ProgramRules): RulesEffect {
  return { example: exampleOf(rules), parity: parityOf(rules), conditions: conditionsOf(rules) };
}
