import { z } from "zod";
import { MAX_ORIGINS, readOrigins } from "./publishable-key";

/** The origins of a key as typed in a form, one a line. */
export const originsField = z
  .string()
  .max(4_000)
  .transform((typed, context) => {
    const read = readOrigins(typed);
    if ("refused" in read) {
      const origin = read.refused.slice(0, 60);
      context.addIssue({ code: "custom", message: "wiring.pageKeys.originRefused", params: { origin } });
      return z.NEVER;
    }
    const { length } = read.origins;
    if (length === 0) context.addIssue({ code: "custom", message: "errors.field.required" });
    if (length > MAX_ORIGINS) context.addIssue({ code: "custom", message: "wiring.pageKeys.originsTooMany", params: { most: MAX_ORIGINS } });
    return read.origins;
  });
