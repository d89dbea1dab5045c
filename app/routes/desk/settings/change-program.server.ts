import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { changeProgramSetup } from "~/journeys/change-program-setup.server";
import { changeProgramStatus } from "~/journeys/change-program-status.server";
import { publishProgram } from "~/journeys/publish-program.server";
import { AppError, type UserMessage } from "~/platform/errors";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import type { Program } from "~/programs/program";
import { PROGRAM_STATUSES } from "~/programs/program";
import { emptyFigures } from "~/programs/program-copy";
import { programCopySchema } from "~/programs/program-copy-schema";
import { parityOf, type ParityFigures } from "~/programs/program-rules";
import { readRulesForm, rulesFormShape } from "~/programs/rules-form";
import { readSetupForm, setupFormShape } from "~/programs/setup-form";
import { formatter } from "~/ui/format";
import { intentOf } from "./intent-of.server";
import { effectTried } from "./rules-effect.server";

const versionShape = { intent: z.string(), after: z.number().int(), ...rulesFormShape };
const publishForm = z.object({ ...versionShape, copy: programCopySchema });
// The example needs the figures alone, so half-written texts do not stand in its way.
const previewForm = z.object({ ...versionShape, copy: z.unknown() });
const statusForm = z.object({ intent: z.string(), to: z.enum(PROGRAM_STATUSES) });
const setupForm = z.object({ intent: z.string(), ...setupFormShape });

/** One of the forms of a program's settings; its `intent` says which. Answers with the form, or leads back to the page. */
export async function changeProgram(request: Request, slug: string, by: string) {
  const program = await getProgramBySlug(slug);
  const intent = await intentOf(request);
  if (intent === "preview") return preview(request, program);
  if (intent === "publish") return publish(request, program, by);
  if (intent === "status") return status(request, program, by);
  return setup(request, program, by);
}

async function preview(request: Request, program: Program) {
  const form = await parseForm(request, previewForm);
  const read = readRulesForm(form.ok ? form.value : form.sound, program.version.rules.currency);
  const fields = "problems" in read ? asMessages(read.problems) : {};
  return withEffect(form.refuse({ fields }).data, form.ok && "rules" in read ? await effectTried(program, read.rules) : null);
}

function withEffect<Reply extends object>(reply: Reply, effect: Awaited<ReturnType<typeof effectTried>> | null) {
  // Looking at an example is no mistake: 200, also while the figures do not fit together yet.
  return data({ ...reply, effect }, { status: 200 });
}

async function publish(request: Request, program: Program, by: string) {
  const form = await parseForm(request, publishForm);
  const typed = form.ok ? form.value : form.sound;
  const read = readRulesForm(typed, program.version.rules.currency);
  if ("problems" in read) return form.refuse({ fields: asMessages(read.problems) });
  const { rules } = read;
  const empty = typed.copy ? emptyFigures(typed.copy, rules).map((path) => `copy.${path.replace(/\.(\d)$/, "[$1]")}`) : [];
  const problems = Object.fromEntries(empty.map((path) => [path, "settings.issue.emptyFigure"]));
  const parity = parityOf(rules);
  if (!parity.holds) problems.ownOfferValue = "settings.program.parityFails";
  if (!form.ok || Object.keys(problems).length > 0) {
    return form.refuse({ form: parity.holds ? undefined : parityMessage(parity, request), fields: asMessages(problems) });
  }
  const { copy, after } = form.value;
  return orRefuse(form.refuse, async () => {
    await publishProgram({ programId: program.id, rules, copy, by, after });
    return redirect(`/desk/settings/program/${program.slug}?done=published`);
  });
}

async function status(request: Request, program: Program, by: string) {
  const form = await parseForm(request, statusForm);
  if (!form.ok) return form.answer;
  const { to } = form.value;
  return orRefuse(form.refuse, async () => {
    await changeProgramStatus({ programId: program.id, to, by });
    return redirect(`/desk/settings/program/${program.slug}?done=status`);
  });
}

async function setup(request: Request, program: Program, by: string) {
  const form = await parseForm(request, setupForm);
  const read = readSetupForm(form.ok ? form.value : form.sound);
  if ("problems" in read) return form.refuse({ fields: asMessages(read.problems) });
  if (!form.ok) return form.answer;
  await changeProgramSetup({
    programId: program.id,
    joinPolicy: form.value.joinPolicy,
    calendar: read.calendar,
    by,
  });
  return redirect(`/desk/settings/program/${program.slug}?done=setup`);
}

const CONFLICTS: Record<string, string> = {
  program_changed: "settings.issue.changedMeanwhile",
  program_status: "settings.issue.statusChanged",
};

type Refuse = Extract<Awaited<ReturnType<typeof parseForm>>, { ok: true }>["refuse"];

/** What a rule refuses after all comes back with the form, so that nothing typed is lost. */
async function orRefuse(refuse: Refuse, act: () => Promise<Response>) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return refuse({ form: { key: CONFLICTS[error.code] ?? error.userMessage.key } });
  }
}

function asMessages(problems: Partial<Record<string, string>>): Record<string, UserMessage> {
  return Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, { key: key ?? "" }]));
}

function parityMessage(
  { currency, basketMinor, friendMinor, ownMinor }: ParityFigures,
  request: Request,
): UserMessage {
  const format = formatter(localeOf(request));
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  return {
    key: "settings.issue.parityFigures",
    values: { basket: money(basketMinor), friend: money(friendMinor), own: money(ownMinor) },
  };
}
