import { checkAccent } from "~/programs/accent";
import type { MailContent } from "./mail-content";
import { greetingOf, type MailFrame } from "./render-mail";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Every text goes through here; line breaks of a person's own words stay. */
function words(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char).replace(/\r\n?|\n/g, "<br>");
}

const FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SERIF = "font-family:Fraunces,Georgia,'Times New Roman',serif";
const P = 'class="ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:#1d1b16"';
const SMALL = 'class="muted" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#5c574d"';

/**
 * A mail as HTML: one column of at most 600 px, styles inline for the readers that drop a style sheet, colours of both
 * themes for those that know dark mode. No script, no picture but the logo, nothing that tells when it is read.
 */
export function renderHtml(content: MailContent, frame: MailFrame, lang: string): string {
  const { brand } = frame;
  const accent = checkAccent(brand.accent);
  const logo = brand.logoUrl
    ? `<img src="${words(brand.logoUrl)}" alt="${words(brand.name)}" height="40" style="height:40px;max-width:240px;border:0;display:block">`
    : `<span class="ink" style="${SERIF};font-size:20px;line-height:28px;color:#1d1b16">${words(brand.name)}</span>`;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${words(content.subject)}</title>
<style>:root{color-scheme:light dark}a{text-underline-offset:2px}
@media (prefers-color-scheme:dark){.paper{background:#14130f!important}.sheet{background:#1d1b17!important;border-color:#3a372f!important}
.ink,.ink a{color:#f2eee6!important}.muted,.muted a{color:#b5aea0!important}.line{border-color:#3a372f!important}.link{color:${accent.dark.colour}!important}
.button{background:${accent.dark.colour}!important;color:${accent.dark.onColour}!important}.code{background:#14130f!important}}</style></head>
<body class="paper" style="margin:0;padding:0;background:#fbf8f3;${FONT}">
<div style="display:none;max-height:0;overflow:hidden">${words(content.paragraphs[0] ?? "")}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr>
<td style="padding:0 4px 16px">${logo}</td></tr><tr>
<td class="sheet" style="background:#ffffff;border:1px solid #e6e1d8;border-radius:10px;padding:28px 24px">
<h1 class="ink" style="margin:0 0 16px;${SERIF};font-size:26px;line-height:34px;font-weight:600;color:#1d1b16">${words(content.heading)}</h1>
${body(content, frame, accent.light.colour, accent.light.onColour)}
</td></tr><tr><td style="padding:20px 4px 0">${foot(content, frame)}</td></tr></table>
</td></tr></table></body></html>
`;
}

function body(content: MailContent, frame: MailFrame, accent: string, onAccent: string): string {
  const code = content.code
    ? `<p class="ink code" style="margin:0 0 16px;padding:16px;background:#fbf8f3;border-radius:10px;font-size:28px;line-height:36px;letter-spacing:2px;font-weight:600;text-align:center;color:#1d1b16">${words(content.code)}</p>`
    : "";
  const facts = (content.facts ?? []).map(
    ({ label, value, url }) =>
      `<tr><td class="muted line" style="padding:8px 12px 8px 0;border-top:1px solid #e6e1d8;font-size:14px;color:#5c574d;vertical-align:top">${words(label)}</td>` +
      `<td class="ink line" style="padding:8px 0;border-top:1px solid #e6e1d8;font-size:16px;font-weight:600;color:#1d1b16;word-break:break-word">${url ? link(url, value, accent) : words(value)}</td></tr>`,
  );
  const sections = (content.sections ?? []).map(
    ({ title, lines }) =>
      `<h2 class="ink" style="margin:24px 0 8px;${SERIF};font-size:19px;line-height:26px;font-weight:600;color:#1d1b16">${words(title)}</h2>` +
      lines.map(({ text, url }) => `<p ${P}>${url ? link(url, text, accent) : words(text)}</p>`).join(""),
  );
  return [
    `<p ${P}>${words(greetingOf(frame))}</p>`,
    code,
    ...content.paragraphs.map((text) => `<p ${P}>${words(text)}</p>`),
    facts.length > 0
      ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px">${facts.join("")}</table>`
      : "",
    ...sections,
    `<p style="margin:24px 0 4px"><a class="button" href="${words(content.action.url)}" style="display:inline-block;background:${accent};color:${onAccent};font-size:16px;line-height:24px;font-weight:600;text-decoration:none;padding:12px 20px;border-radius:10px">${words(content.action.label)}</a></p>`,
  ]
    .filter(Boolean)
    .join("\n");
}

function link(url: string, text: string, accent: string): string {
  return `<a class="link" href="${words(url)}" style="color:${accent}">${words(text)}</a>`;
}

function foot(content: MailContent, { brand, voice, stop }: MailFrame): string {
  const { footer } = voice.texts;
  const quiet = (url: string, label: string) => `<a href="${words(url)}" style="color:#5c574d">${words(label)}</a>`;
  const lines = [
    `${words(footer.why)} ${words(content.why)}`,
    ...(content.zone ? [words(voice.say(footer.zone, { zone: content.zone }))] : []),
    ...(brand.supportEmail ? [words(footer.reply)] : []),
    ...(stop ? [`${quiet(stop.url, footer.stop)} · ${quiet(stop.chooseUrl, footer.choose)}`] : []),
    [brand.name, brand.postalAddress].filter(Boolean).map(words).join("<br>"),
  ];
  return lines.map((line) => `<p ${SMALL}>${line}</p>`).join("");
}
