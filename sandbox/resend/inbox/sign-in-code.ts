import type { Mail } from "../entries";

const EIGHT_DIGITS = /(?<![\d-])(\d{4})[ \u00a0-]?(\d{4})(?![\d-])/;

/** The 8-digit code of a mail that speaks of a code, as `1234 5678`; null when there is none. */
export function signInCode(mail: Pick<Mail, "subject" | "text" | "html">): string | null {
  const text = mail.text ?? (mail.html ?? "").replace(/<style[\s\S]*?<\/style>|<[^>]*>/gi, " ");
  if (!/code/i.test(`${mail.subject} ${text}`)) return null;
  const match = EIGHT_DIGITS.exec(mail.subject) ?? EIGHT_DIGITS.exec(text);
  return match ? `${match[1]} ${match[2]}` : null;
}
