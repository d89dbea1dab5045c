import { readLocalDay } from "~/platform/local-day";
import { isMailStatus, type MailStatus } from "./mail-status";
import { isTemplateName, MAIL_TEMPLATES } from "./mail-templates";
import type { TemplateName } from "./mail-values";

/** What somebody at the desk looks for in the send log. */
export interface MailFilter {
  /** Part of a name or address. */
  person: string;
  status: MailStatus | null;
  template: TemplateName | null;
  /** Local days, `2026-11-24`, both included. */
  from: string | null;
  until: string | null;
}

/** Reads the filter of an address; what makes no sense is left out rather than refused. */
export function readMailFilter(search: URLSearchParams): MailFilter {
  const [status, template] = [search.get("status"), search.get("template")];
  return {
    person: (search.get("person") ?? "").trim().slice(0, 100),
    status: isMailStatus(status) ? status : null,
    template: isTemplateName(template) ? template : null,
    from: readLocalDay(search.get("from")),
    until: readLocalDay(search.get("until")),
  };
}

/**
 * Whether the desk may send a mail again: it is over, or nobody can tell what became of it and a person decides (I30);
 * and it holds no secret that only its reader may see.
 */
export function isRepeatable({ template, status }: { template: TemplateName; status: MailStatus }): boolean {
  return !MAIL_TEMPLATES[template].secret && ["sent", "delayed", "delivered", "bounced", "failed", "unknown"].includes(status);
}

/** The words of a mail as the desk may read them: without the link that would act in its reader's name. */
export function readableText(text: string): string {
  return text.replace(/(\/mail\/stop\/)\S+/g, "$1…");
}
