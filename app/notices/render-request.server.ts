import { env } from "~/platform/env.server";
import { composeMail } from "./compose-mail";
import { headerAddress, headerText, senderOf, type MailBrand } from "./mail-brand";
import type { MailContent } from "./mail-content";
import { MAIL_TEMPLATES, STOPPABLE_KINDS } from "./mail-templates";
import type { MailValues, TemplateName } from "./mail-values";
import { mailVoice } from "./mail-voice";
import { renderHtml } from "./render-html";
import { renderText } from "./render-mail";
import type { Recipient } from "./recipient-store.server";
import { signStopToken } from "./unsubscribe-token.server";

interface RenderInput<Name extends TemplateName> {
  template: Name;
  values: MailValues[Name];
  mailId: string;
  personId: string;
  recipient: Recipient;
  /** The address it goes to. */
  to: string;
  brand: MailBrand;
  now: Date;
}

/** Where somebody chooses which mails they get. */
const CHOICES_PATH = "/portal/account";

/**
 * A mail as the provider gets it, in the reader's language, with its plain-text twin and one-click unsubscribe (L2).
 * @returns the body of `POST /emails` and what the mail says
 * @throws AppError `mail_header_refused` for an address or sender name that would start another header
 */
export function renderRequest<Name extends TemplateName>(input: RenderInput<Name>): { body: string; content: MailContent } {
  const { template, mailId, personId, recipient, brand, now } = input;
  const { APP_URL, MAIL_FROM } = env();
  const { kind } = MAIL_TEMPLATES[template];
  const voice = mailVoice(recipient.locale, now);
  const link = (path: string) => ownLink(APP_URL, path);
  const composed = composeMail(template, input.values, { voice, company: brand.name, link });
  const content = { ...composed, subject: oneLine(composed.subject) };

  const stoppable = STOPPABLE_KINDS.find((one) => one === kind);
  const stopUrl = stoppable ? link(`/mail/stop/${signStopToken({ personId, kind: stoppable })}`) : null;
  const frame = {
    brand,
    voice,
    firstName: recipient.firstName,
    stop: stopUrl ? { url: stopUrl, chooseUrl: link(CHOICES_PATH) } : null,
  };
  const body = JSON.stringify({
    from: senderOf(brand, MAIL_FROM),
    to: [headerAddress(input.to)],
    ...(brand.supportEmail && { reply_to: headerAddress(brand.supportEmail) }),
    subject: headerText(content.subject),
    html: renderHtml(content, frame, recipient.locale),
    text: renderText(content, frame),
    headers: {
      // One conversation per mail, and no holiday answers to a machine.
      "X-Entity-Ref-ID": mailId,
      "Auto-Submitted": "auto-generated",
      ...(stopUrl && { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
    tags: [
      { name: "mail", value: mailId },
      { name: "template", value: template },
    ],
  });
  return { body, content };
}

/** Only paths of our own become links, whatever a caller hands over. */
function ownLink(origin: string, path: string): string {
  const url = new URL(path, origin);
  if (!path.startsWith("/") || url.origin !== origin) throw new RangeError("a mail links to own paths only");
  return url.href;
}

/** People's own words in a subject stay on its one line. */
function oneLine(text: string): string {
   
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim().slice(0, 200);
}
