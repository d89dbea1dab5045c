import { z } from "zod";
import { LOCALES } from "~/platform/locale";
import { checkAccent, normalisedColour } from "./accent";
import { normalisedHost } from "./allowed-target";

// One line that can stand in a mail header: no line breaks, quotes or angle brackets.
const headerText = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\u0000-\u001f\u007f<>"\\]*$/, "settings.issue.headerText");
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The settings as typed in a form: hosts one per line, the accent with or without its number sign. */
export const companyFormSchema = z.object({
  name: headerText,
  accent: z.string().transform((typed, context) => {
    const colour = normalisedColour(typed);
    if (!colour) context.addIssue({ code: "custom", message: "settings.issue.colour" });
    const suggestion = colour && checkAccent(colour).suggestion;
    if (suggestion)
      context.addIssue({ code: "custom", message: "settings.issue.accentTooPale", params: { suggestion } });
    return colour ?? z.NEVER;
  }),
  senderName: headerText,
  senderEmail: email,
  supportEmail: email,
  postalAddress: z.string().trim().min(1).max(300),
  shopUrl: z.string().trim().max(300).pipe(z.url()),
  allowedHosts: z
    .string()
    .max(2_000)
    .transform((typed, context) => {
      const lines = typed.split(/[\s,]+/).filter((line) => line !== "");
      const hosts = lines.map(normalisedHost);
      const wrong = lines.find((_, i) => hosts[i] === null);
      if (wrong !== undefined)
        context.addIssue({
          code: "custom",
          message: "settings.issue.host",
          params: { host: wrong.slice(0, 60) },
        });
      return [...new Set(hosts.filter((host) => host !== null))].slice(0, 20);
    }),
  defaultLocale: z.enum(LOCALES),
  cookieDomain: z.string().trim().toLowerCase().max(253).nullish().transform((typed) => typed || null),
});

export type CompanyForm = z.output<typeof companyFormSchema>;
