/** Markup that needs no further escaping. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | null | false | undefined | Part[];

/** A piece of page; every value that is not `Html` itself is escaped. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const markup = strings.map((text, index) => text + (index < values.length ? render(values[index]) : ""));
  return new Html(markup.join(""));
}

function render(value: Part): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(render).join("");
  return value instanceof Html ? value.markup : escape(String(value));
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Minor units as people write them; currencies without minor units keep whole numbers. */
export function money(amount: number, currency: string, language = "en"): string {
  const format = new Intl.NumberFormat(language, { style: "currency", currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** A moment of the sandbox's clock, in Unix seconds. */
export function moment(seconds: number): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Amsterdam",
  });
  return format.format(new Date(seconds * 1000));
}
