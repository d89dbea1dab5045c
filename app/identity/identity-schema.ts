import { z } from "zod";

/** An address as somebody types it into a form. */
export const emailField = z.string().trim().max(254).pipe(z.email());

/** One line of words: no line breaks or other control characters. */
export const oneLine = (max: number) => z.string().trim().max(max).regex(/^\P{Cc}*$/u);

/** A first name, for greeting. */
export const firstNameField = oneLine(60).min(1);
