import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import { AppError, type UserMessage } from "~/platform/errors";
import type { FormReply } from "~/ui/form-reply";
import { messageOfIssue } from "./form-issue";

type FormAnswer = ReturnType<typeof data<FormReply>>;

interface Refusal {
  /** By field name; shown beside the field. */
  fields?: Record<string, UserMessage>;
  /** About the form as a whole. */
  form?: UserMessage;
}

interface FormBase {
  /** Sends the form back (422) with what was typed and what has to change. */
  refuse(refusal: Refusal): FormAnswer;
}

export type ParsedForm<Value> = FormBase &
  (
    | { ok: true; value: Value }
    /** `sound` are the fields with which nothing is wrong; what a refusal says of them is told together with the rest. */
    | { ok: false; answer: FormAnswer; sound: Partial<Value> }
  );

interface ParseOptions {
  /** Fields that are never sent back to the page, such as one-time codes. */
  forget?: string[];
}

/**
 * Reads a posted form. Empty fields count as missing, fields the schema does not name refuse the whole form, and
 * whatever was typed is kept in the answer.
 * @throws AppError 400 when the body is not a form
 */
export async function parseForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  { forget = [] }: ParseOptions = {},
): Promise<ParsedForm<z.output<Schema>>> {
  const form = await readForm(request);
  const refuse = (refusal: Refusal): FormAnswer =>
    answer({
      values: typedValues(form, forget),
      fieldErrors: Object.fromEntries(
        Object.entries(refusal.fields ?? {}).map(([name, error]) => [name, [error]]),
      ),
      formErrors: refusal.form ? [refusal.form] : [],
    });
  // The parser drops names such as `__proto__` in silence; here every name must be one of the form's own.
  if ([...form.keys()].some((name) => !Object.hasOwn(schema.shape, rootOf(name)))) {
    return { ok: false, refuse, answer: refuse({ form: { key: "errors.form.unknownField" } }), sound: {} };
  }
  const strict: z.ZodObject = schema.strict();
  const submission = parseWithZod(form, {
    schema: strict,
    formatError: (issues: z.core.$ZodIssue[]) => issues.map(messageOfIssue),
  });
  if (submission.status === "success")
    return { ok: true, value: submission.value as z.output<Schema>, refuse };
  const { "": formErrors, ...wrong } = submission.error ?? {};
  const fieldErrors = Object.fromEntries(Object.entries(wrong).map(([name, errors]) => [name, errors ?? []]));
  const refuseAll = (refusal: Refusal): FormAnswer => {
    const { data: also } = refuse(refusal);
    return answer({
      values: also.values,
      fieldErrors: { ...also.fieldErrors, ...fieldErrors },
      formErrors: [...(formErrors ?? []), ...also.formErrors],
    });
  };
  return { ok: false, refuse: refuseAll, answer: refuseAll({}), sound: soundFields(form, schema, Object.keys(wrong)) };
}

/** The fields with which nothing is wrong, read as the whole form would have been. */
function soundFields<Schema extends z.ZodObject>(form: FormData, schema: Schema, wrong: readonly string[]): Partial<z.output<Schema>> {
  const roots = new Set(wrong.map(rootOf));
  const sound = z.object(Object.fromEntries(Object.entries(schema.shape).filter(([name]) => !roots.has(name))));
  const submission = parseWithZod(form, { schema: sound });
  return submission.status === "success" ? (submission.value as Partial<z.output<Schema>>) : {};
}

function answer(reply: Omit<FormReply, "kind">): FormAnswer {
  return data({ kind: "form" as const, ...reply }, { status: 422 });
}

/** `lines[0].amount` belongs to `lines`. */
function rootOf(name: string): string {
  return name.split(/[.[]/, 1)[0] ?? name;
}

async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch((cause: unknown) => {
    throw new AppError("bad_request", { message: "the body is not a form", status: 400, cause });
  });
  // PostgreSQL takes this byte in no text, and no keyboard makes it.
  const holdsNul = [...form].some(([name, value]) => name.includes("\0") || (typeof value === "string" && value.includes("\0")));
  if (holdsNul) throw new AppError("bad_request", { message: "the form holds a NUL", status: 400 });
  return form;
}

function typedValues(form: FormData, forget: string[]): FormReply["values"] {
  const values: FormReply["values"] = {};
  for (const name of new Set(form.keys())) {
    const typed = form.getAll(name).filter((value) => typeof value === "string");
    if (forget.includes(name) || typed.length === 0) continue;
    values[name] = typed.length === 1 ? (typed[0] as string) : typed;
  }
  return values;
}
