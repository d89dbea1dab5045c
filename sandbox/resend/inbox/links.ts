import { escapeHtml } from "./html";

const ANCHOR = /<a\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const HREF = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const TARGET = /\starget\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

/** The web links of a mail in order, as a reader would follow them. */
export function linksOf(mailHtml: string): string[] {
  return [...mailHtml.matchAll(ANCHOR)].map(([tag]) => webLink(tag)).filter((link) => link !== null);
}

/** The mail with its web links leading through `/click/<mail>/<n>`, opening outside the frame. */
export function withTrackedLinks(mailHtml: string, mailId: string): string {
  let n = 0;
  return mailHtml.replace(ANCHOR, (tag) => {
    const outside = tag.replace(TARGET, "").replace(/^<a\b/i, '<a target="_top"');
    if (webLink(tag) === null) return outside;
    const tracked = `/click/${encodeURIComponent(mailId)}/${n}`;
    n += 1;
    return outside.replace(HREF, (_match, before: string) => `${before}"${escapeHtml(tracked)}"`);
  });
}

function webLink(tag: string): string | null {
  const match = HREF.exec(tag);
  const raw = match?.[2] ?? match?.[3] ?? match?.[4] ?? "";
  const link = raw.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity).trim();
  return /^https?:\/\//i.test(link) && URL.canParse(link) ? new URL(link).href : null;
}
