import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { messages as en } from "./en";
import { messages as nl } from "./nl";
import type { MessageTree } from "./shape";

function textsOf(tree: MessageTree, prefix = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(prefix + key, value);
    else for (const [path, text] of textsOf(value, `${prefix}${key}.`)) texts.set(path, text);
  }
  return texts;
}

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The names a message asks for: placeholders, plurals, selects and tags, in every branch. */
function placeholders(elements: Elements, into = new Set<string>()): Set<string> {
  for (const element of elements) {
    const isLiteralOrPound = element.type === 0 || element.type === 7;
    if (!isLiteralOrPound) into.add("children" in element ? `<${element.value}>` : element.value);
    if ("children" in element) placeholders(element.children, into);
    if ("options" in element) for (const option of Object.values(element.options)) placeholders(option.value, into);
  }
  return into;
}

const namesIn = (text: string, locale: string) => [...placeholders(new IntlMessageFormat(text, locale).getAst())].sort();

const english = textsOf(en);
const dutch = textsOf(nl);

/** What this product never says; see docs/style.md. */
const FORBIDDEN: Record<string, RegExp[]> = {
  both: [/!\s*!/, /\bleads?\b(?! to\b)/i],
  en: [/as soon as possible/i, /against (our|the) rules/i, /\binvalid\b/i, /\busers?\b/i, /^unfortunately/i],
  nl: [
    /zo (snel|spoedig) mogelijk/i,
    /tegen (onze|de) regels/i,
    /\bongeldige?\b/i,
    /\bgebruikers?\b/i,
    /^helaas/i,
    // The Dutch of this product says je and jij.
    /\b(u|uw)\b/i,
  ],
};

describe("messages", () => {
  it("has the same keys in both languages", () => {
    expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("asks for the same placeholders in both languages", () => {
    const different = [...english].filter(
      ([key, text]) => namesIn(text, "en").join() !== namesIn(dutch.get(key) ?? "", "nl").join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ["en", english],
    ["nl", dutch],
  ] as const)("holds no forbidden word in %s", (locale, texts) => {
    const rules = [...(FORBIDDEN.both ?? []), ...(FORBIDDEN[locale] ?? [])];
    const found = [...texts].filter(([, text]) => rules.some((rule) => rule.test(text)));
    expect(found).toEqual([]);
  });

  it("leaves no text empty and none with a space at its edge", () => {
    const odd = [...english, ...dutch].filter(([, text]) => text === "" || text !== text.trim());
    expect(odd).toEqual([]);
  });
});
