import { isDisposableEmailDomain } from "disposable-email-domains-js";
import providers from "email-providers";
import { CONSUMER_MAIL_HOSTS } from "./consumer-mail-hosts";
import type { MailHostSign } from "./trust-facts";

const PROVIDERS: ReadonlySet<string> = new Set([...providers, ...CONSUMER_MAIL_HOSTS]);
/** No company can have an address there (RFC 2606). */
const RESERVED = /(^|\.)(test|example|invalid|localhost)$/;

/** Whether an address of this host says anything about who somebody works for (R5), or was made to be thrown away (R6). */
export function mailHostKind(host: string): MailHostSign["kind"] {
  if (isDisposableEmailDomain(host)) return "disposable";
  return PROVIDERS.has(host) || RESERVED.test(host) ? "free" : "own";
}
