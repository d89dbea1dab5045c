import { AppError } from "~/platform/errors";

/** The company as a mail shows it. */
export interface MailBrand {
  name: string;
  /** `#rrggbb` */
  accent: string;
  /** An address of our own without anything that tells who opened it; null when there is no logo. */
  logoUrl: string | null;
  senderName: string;
  senderEmail: string;
  supportEmail: string;
  postalAddress: string;
}

 
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;
const PLAIN_ADDRESS = /^[^\s@<>"(),:;\\]{1,64}@[A-Za-z0-9.-]{1,255}$/;

/**
 * A text that may stand in a header: one line, nothing that starts another (ASVS 1.3.11).
 * @throws AppError `mail_header_refused`
 */
export function headerText(text: string): string {
  if (CONTROL.test(text)) throw refused("a line break or control character");
  return text;
}

/** Whether a text is one address and nothing more. */
export function isPlainAddress(text: string): boolean {
  return PLAIN_ADDRESS.test(text);
}

/** A bare address. @throws AppError `mail_header_refused` when it is anything more */
export function headerAddress(address: string): string {
  const bare = address.trim();
  if (!PLAIN_ADDRESS.test(bare)) throw refused("not one plain address");
  return bare;
}

function refused(what: string): AppError {
  return new AppError("mail_header_refused", { message: `mail header refused: ${what}`, status: 422 });
}

/** `Vouch <champions@x.example>` or a bare address, as MAIL_FROM holds it. */
function bareAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}

/**
 * The From of a mail: the company's name before an address of the verified domain. The company's own address is used
 * only within that domain; elsewhere the provider would refuse every mail, sign-in codes too.
 */
export function senderOf(brand: Pick<MailBrand, "senderName" | "senderEmail">, mailFrom: string): string {
  const fallback = headerAddress(bareAddress(mailFrom));
  const own = PLAIN_ADDRESS.test(brand.senderEmail) ? brand.senderEmail : fallback;
  const address = domainOf(own) === domainOf(fallback) ? own : fallback;
  const name = headerText(brand.senderName).replace(/[<>"\\]/g, "").trim();
  if (name === "") return address;
  return /[^\p{L}\p{N} '&!+-]/u.test(name) ? `"${name}" <${address}>` : `${name} <${address}>`;
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
