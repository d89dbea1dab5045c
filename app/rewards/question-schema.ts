import { z } from "zod";
import { holdsAddress } from "./question";

/** What a champion tells a person in their own words, beside a question or as the answer to one; nobody's address (L1). */
export const questionNoteField = z
  .string()
  .trim()
  .min(10)
  .max(600)
  .refine((text) => !holdsAddress(text), "whyNot.noteAddress");
