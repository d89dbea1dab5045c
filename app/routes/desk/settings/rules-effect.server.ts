import type { Program } from "~/programs/program";
import { conditionsOf } from "~/programs/program-conditions";
import { exampleOf, parityOf, type ProgramRules } from "~/programs/program-rules";
import { tryRules } from "~/reports/try-rules.server";
import type { RulesEffect } from "~/ui/settings/RulesPreview";

/** What rules do, computed by the engine that grants rewards. */
export function effectOf(rules: ProgramRules): RulesEffect {
  return { example: exampleOf(rules), parity: parityOf(rules), conditions: conditionsOf(rules), tried: null };
}

/** The same, with what the last 90 days would have cost. */
export async function effectTried(program: Program, rules: ProgramRules): Promise<RulesEffect> {
  return { ...effectOf(rules), tried: await tryRules(program, rules) };
}
