import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "~/platform/locale";
import type { MessageKey, MessageTree } from "./messages/shape";

/** Amounts and dates are formatted first (`useFormat`) and handed over as text. */
export type MessageValues = Record<string, string | number>;

export interface Translate {
  (key: MessageKey, values?: MessageValues): string;
  /** Whether a key that came from outside (an error, a reason code) has a text. */
  has(key: string): key is MessageKey;
}

/** British English: day before month and a 24-hour clock, as the rest of Europe reads dates. */
export function intlTag(locale: Locale): string {
  return locale === "en" ? "en-GB" : "nl-NL";
}

/**
 * A translator over one language's messages. Compiles a message when it is first used, and remembers it.
 * @param missing what stands for a message that is not there; without it: @throws RangeError
 */
export function createTranslate(locale: Locale, tree: MessageTree, missing?: (key: string) => string): Translate {
  const texts = new Map<string, string>();
  collect(tree, "", texts);
  const compiled = new Map<string, IntlMessageFormat>();

  function textOf(key: string): string {
    const text = texts.get(key);
    if (text !== undefined) return text;
    if (missing) return missing(key);
    throw new RangeError(`no message ${key} in ${locale}`);
  }

  function format(key: string): IntlMessageFormat {
    let message = compiled.get(key);
    if (!message) compiled.set(key, (message = new IntlMessageFormat(textOf(key), intlTag(locale))));
    return message;
  }

  const translate = (key: MessageKey, values?: MessageValues): string => {
    const text = textOf(key);
    // Most texts have neither placeholder, tag nor ICU quote: nothing to compile.
    return /[{<']/.test(text) ? String(format(key).format(values && isolated(values))) : text;
  };
  return Object.assign(translate, {
    has: (key: string): key is MessageKey => texts.has(key),
  });
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Parts a name that runs the other way from its sentence, or the figures beside it would change sides (UAX 9). */
function isolated(values: MessageValues): MessageValues {
  const parted = (value: string | number) => (typeof value === "string" && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parted(value)]));
}

function collect(tree: MessageTree, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") into.set(prefix + key, value);
    else collect(value, `${prefix}${key}.`, into);
  }
}
