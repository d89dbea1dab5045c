import type { MailBrand } from "./mail-brand";
import type { MailContent } from "./mail-content";
import type { MailVoice } from "./mail-voice";

/** What surrounds the content of every mail. */
export interface MailFrame {
  brand: MailBrand;
  voice: MailVoice;
  firstName: string | null;
  /** Where this kind of mail is stopped and where all kinds are chosen; null for mails that cannot be stopped. */
  stop: { url: string; chooseUrl: string } | null;
}

/** "Hi Anna," or "Hello," for somebody whose name is not known. */
export function greetingOf({ voice: { texts, say }, firstName }: MailFrame): string {
  return firstName ? say(texts.greeting.named, { name: firstName }) : texts.greeting.nameless;
}

/** The plain-text twin: the same words in the same order, with addresses written out. */
export function renderText(content: MailContent, frame: MailFrame): string {
  const { brand, voice } = frame;
  const { footer } = voice.texts;
  const blocks = [
    brand.name,
    content.heading,
    greetingOf(frame),
    ...(content.code ? [`    ${content.code}`] : []),
    ...content.paragraphs,
    ...(content.facts ? [content.facts.map(({ label, value }) => `${label}: ${value}`).join("\n")] : []),
    ...(content.sections ?? []).map(({ title, lines }) =>
      [title, ...lines.map(({ text, url }) => `- ${text}${url ? `\n  ${url}` : ""}`)].join("\n"),
    ),
    `${content.action.label}:\n${content.action.url}`,
    "-- ",
    [
      `${footer.why} ${content.why}`,
      ...(content.zone ? [voice.say(footer.zone, { zone: content.zone })] : []),
      ...(brand.supportEmail ? [footer.reply] : []),
    ].join("\n"),
    ...(frame.stop
      ? [`${footer.stop}:\n${frame.stop.url}`, `${footer.choose}:\n${frame.stop.chooseUrl}`]
      : []),
    [brand.name, brand.postalAddress].filter(Boolean).join("\n"),
  ];
  return `${blocks.map(tidy).join("\n\n")}\n`;
}

/** No text of a person can fake the end of the letter or draw over it with control characters. */
function tidy(block: string): string {
   
  return block.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g, " ");
}
