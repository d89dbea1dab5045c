import { z } from "zod";
import type { Locale } from "~/platform/locale";
import type { Clause } from "~/programs/terms";
import { translator } from "~/ui/i18n.server";

/** What a refusal says (W14), as forms post it. */
export const refusalFields = {
  clause: z.coerce.number().int().min(1).max(99),
  note: z.string().trim().min(10).max(600),
  notGenuine: z.literal("on").optional(),
};

export interface ClauseChoice {
  number: number;
  title: string;
  /** A sentence that can stand as it is, in the champion's language. */
  sentence: string;
}

/** Clauses a champion accepted, in their language, each with its ready sentence. */
export function clauseChoices(clauses: readonly Clause[], locale: Locale): ClauseChoice[] {
  const t = translator(locale);
  return clauses.map(({ key, title }, i) => {
    const ready = `desk.ready.${key}`;
    return { number: i + 1, title: title[locale], sentence: t(t.has(ready) ? ready : "desk.ready.own") };
  });
}
