import { data } from "@remix-run/node";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { systemClock } from "~/platform/deps.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { policyFormShape, readPolicyForm } from "~/programs/policy-form";
import { quartersBefore } from "~/reports/quarter";
import { tryPolicy } from "~/reports/try-policy.server";
import { getTrustPolicy } from "~/trust/get-trust-policy.server";
import { trustPolicyForm } from "~/trust/trust-policy-schema";

const { level, adviceOnly } = trustPolicyForm.shape;
const simulateForm = z.object({ ...policyFormShape, level, adviceOnly, quarter: z.string().max(10) });

/** Tries the policy somebody typed on a quarter, beside the present one; answers with the form and changes nothing. */
export async function simulate(request: Request, slug: string) {
  const program = await getProgramBySlug(slug);
  const form = await parseForm(request, simulateForm);
  if (!form.ok) return form.answer;
  const { value } = form;
  const read = readPolicyForm(value, program.version.rules);
  const quarter = quartersBefore(systemClock.now()).find(({ name }) => name === value.quarter);
  const problems = { ...("problems" in read && read.problems), ...(!quarter && { quarter: "errors.form.required" }) };
  if ("problems" in read || !quarter) {
    return form.refuse({ fields: Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, { key }])) });
  }
  const trust = await getTrustPolicy(program.id);
  const tried = await tryPolicy({
    program, quarter,
    present: { rules: program.version.rules, trust },
    tried: { rules: read.rules, trust: { ...trust, level: value.level, adviceOnly: value.adviceOnly } },
  });
  // Trying is no mistake: 200, with what was typed.
  return data({ ...form.refuse({}).data, tried }, { status: 200 });
}
