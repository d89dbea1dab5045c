import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { messageOfIssue } from "~/http/form-issue";
import { publishTerms } from "~/journeys/publish-terms.server";
import { AppError, type UserMessage } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { editDraft, type ClauseDraft } from "~/programs/clause-draft";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import type { Clause } from "~/programs/terms";
import { clausesSchema } from "~/programs/terms-schema";
import type { FormReply } from "~/ui/form-reply";

const words = z.strictObject({ en: z.string().optional(), nl: z.string().optional() }).optional();
// Texts may be missing while they are written; what is published goes through the schema of the terms.
const draftForm = z.object({
  intent: z.string(),
  after: z.number().int().optional(),
  clauses: z.array(z.strictObject({ key: z.string(), title: words, text: words })).max(60),
});

/** The answer of the terms editor: the clauses as they stand now, with what has to change before they can be published. */
export interface TermsReply extends FormReply {
  draft: ClauseDraft;
}

/** A button of the terms editor: moves, adds and removes clauses, shows what changes, or publishes. */
export async function draftTerms(request: Request, slug: string, by: string) {
  const program = await getProgramBySlug(slug);
  const form = await parseForm(request, draftForm);
  if (!form.ok) return form.answer;
  const { intent, after = null } = form.value;
  const typed = form.value.clauses.map(({ key, title, text }) => ({
    key: key as Clause["key"],
    title: { en: title?.en ?? "", nl: title?.nl ?? "" },
    text: { en: text?.en ?? "", nl: text?.nl ?? "" },
  }));
  if (intent !== "publish")
    return answer(editDraft(typed, intent, `own-${newId("trm").slice(-8)}`), {}, null);
  const parsed = clausesSchema.safeParse(typed);
  if (!parsed.success) {
    const fields = parsed.error.issues
      .filter(({ path }) => path.length > 1)
      .map((issue) => [fieldName(issue.path), messageOfIssue(issue)] as const);
    const whole = parsed.error.issues.find(({ path }) => path.length < 2);
    return answer(typed, Object.fromEntries(fields), whole ? messageOfIssue(whole) : null);
  }
  try {
    await publishTerms({ programId: program.id, clauses: parsed.data, by, after });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const key = error.code === "terms_changed" ? "settings.issue.changedMeanwhile" : error.userMessage.key;
    return answer(typed, {}, { key });
  }
  return redirect(`/desk/settings/terms/${slug}?done=published`);
}

function answer(draft: ClauseDraft, fields: Record<string, UserMessage>, whole: UserMessage | null) {
  const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, error]) => [name, [error]]));
  // What was typed stands in the draft, whose clauses may have moved since.
  const reply: TermsReply = {
    kind: "form",
    values: {},
    fieldErrors,
    formErrors: whole ? [whole] : [],
    draft,
  };
  return data(reply, { status: whole || Object.keys(fields).length > 0 ? 422 : 200 });
}

/** `clauses[3].text.nl` */
function fieldName([index, ...path]: PropertyKey[]): string {
  return `clauses[${String(index)}].${path.map(String).join(".")}`;
}
