import { z } from "zod";
import { LOCALES, type Locale } from "~/platform/locale";
import { checkAccent, normalisedColour } from "./accent";
import { isAllowedTarget, normalisedHost } from "./allowed-target";
import { readImageHeader } from "./image-header";

/** The company that runs this portal. */
export interface Company {
  /** False until an owner saved the settings once: then these are the product's own. */
  configured: boolean;
  name: string;
  /** `#rrggbb`, readable on the light theme. */
  accent: string;
  /** Changes with every save, so that a browser may keep the logo for ever; null when there is none. */
  logoVersion: string | null;
  senderName: string;
  senderEmail: string;
  supportEmail: string;
  postalAddress: string;
  shopUrl: string;
  allowedHosts: string[];
  defaultLocale: Locale;
}

export const MAX_LOGO_BYTES = 512 * 1024;
const MAX_LOGO_SIDE = 2_000;
const MIN_LOGO_SIDE = 32;

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
});

export type CompanyForm = z.output<typeof companyFormSchema>;

/** What the fields cannot tell each by itself: friends may only be sent to a shop on the list. */
export function shopIsListed({
  shopUrl,
  allowedHosts,
}: Pick<CompanyForm, "shopUrl" | "allowedHosts">): boolean {
  return isAllowedTarget({ allowedHosts }, shopUrl);
}

/** Why a file cannot be the logo, as a key of the message files; null when it can. */
export function logoProblem(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_LOGO_BYTES) return "settings.issue.logoTooLarge";
  const header = readImageHeader(bytes);
  if (!header) return "settings.issue.logoKind";
  const [short, long] = [Math.min(header.width, header.height), Math.max(header.width, header.height)];
  return short < MIN_LOGO_SIDE || long > MAX_LOGO_SIDE ? "settings.issue.logoSize" : null;
}
