import { z } from "zod";
import { holdsAddress } from "./question";

/** What a champion tells a person beside the question, in their own words; nobody's address (L1). */
export const questionNoteField = z
  .string()
  .trim()
  .min(10)
  .max(600)
  .refine((text) => !holdsAddress(text), "whyNot.noteAddress");
