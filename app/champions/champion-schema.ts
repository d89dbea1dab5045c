import { z } from "zod";
import { isDisplayName, isPlainSentence, MAX_NOTE, MAX_SENTENCE } from "./champion";

/** Runs of blanks become one, so that names that look alike are alike. */
const words = z.string().trim().transform((text) => text.replace(/\s+/g, " "));

/** The first name friends see. */
export const displayNameField = words.refine(isDisplayName, "portal.join.nameShape");

/** The champion's own sentence on the landing page. */
export const sentenceField = words.pipe(z.string().max(MAX_SENTENCE)).refine(isPlainSentence, "portal.account.sentencePlain");

/** What an applicant tells about themselves. */
export const noteField = z.string().trim().min(1).max(MAX_NOTE);

/** A code as typed; `checkCode` of the sharing room says what is wrong with it. */
export const codeField = z.string().max(60);

/** Joining and applying: the same form, with a note when a person reads it. */
export const joinSchema = z.object({
  displayName: displayNameField,
  code: codeField,
  note: noteField.optional(),
  terms: z.string().max(40),
  accept: z.literal("on", "portal.join.acceptFirst"),
  invite: z.string().max(200).optional(),
});
