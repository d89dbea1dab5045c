import type { ShareChannel } from "./share-channel";

/** How long the champion's own words may be; the disclosure and the link come on top. */
export const MAX_WORDS = 500;

export interface ShareParts {
  /** The champion's words, or the program's ready ones. */
  words: string;
  /** What a channel puts around them: a greeting, the code. */
  before?: string;
  after?: string;
  /** Says that the champion gets something too (L4). */
  disclosure: string;
  url: string;
}

/**
 * The text a champion passes on: words, link, disclosure. Without a disclosure there is no text (L4).
 * @throws RangeError when the disclosure is empty
 */
export function composeShareText({ words, before = "", after = "", disclosure, url }: ShareParts): string {
  if (disclosure.trim() === "") throw new RangeError("a share text needs its disclosure");
  const own = words.replace(/\r\n?/g, "\n").trim().slice(0, MAX_WORDS);
  return [`${before}${own}${after}`.trim(), url, disclosure.trim()].filter((part) => part !== "").join("\n\n");
}

interface ShareTargetParts extends ShareParts {
  subject: string;
}

/**
 * Where a share button leads: another app or site on the champion's own device, never our server and never with a
 * recipient filled in (L1). Null for channels that are no address (the device's own share sheet, copying).
 */
export function shareTarget(channel: ShareChannel, parts: ShareTargetParts): string | null {
  const text = encodeURIComponent(composeShareText(parts));
  switch (channel) {
    case "whatsapp":
      return `https://wa.me/?text=${text}`;
    case "mail":
      return `mailto:?subject=${encodeURIComponent(parts.subject)}&body=${text.replaceAll("%0A", "%0D%0A")}`;
    case "sms":
      // `?&` is what both Android and iOS read.
      return `sms:?&body=${text}`;
    case "linkedin":
      return `https://www.linkedin.com/feed/?shareActive=true&text=${text}`;
    case "x":
      return `https://x.com/intent/post?text=${text}`;
    case "facebook":
      // Facebook takes no text; the page behind the link shows the disclosure in its preview.
      return `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(parts.url)}`;
    case "native":
    case "copy":
      return null;
  }
}

/** A champion's texts in one language, before they changed a word. */
export interface KitTexts {
  words: string;
  subject: string;
  disclosure: string;
  /** What stands around the words on a channel, and the link handed out through it. */
  frames: Record<ShareChannel, { before: string; after: string; url: string }>;
}

/** The parts of one channel's text around the champion's words. */
export function partsFor({ frames, disclosure, subject }: KitTexts, channel: ShareChannel, words: string): ShareTargetParts {
  return { ...frames[channel], words, disclosure, subject };
}
