import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { translator } from "./i18n.server";

const app = fileURLToPath(new URL("..", import.meta.url));

/** Attributes that a person reads or hears. */
const SPOKEN = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "alt",
  "title",
  "placeholder",
  "label",
  "legend",
  "hint",
  "caption",
  "lead",
  "summary",
  "description",
]);

/** Product names that are the same in every language. */
const NAMES = /^(WhatsApp|LinkedIn|Facebook|X|SMS|QR|PDF|PNG|SVG|CSV|Stripe|Resend|TOTP)$/;

// A key handed on to a component that translates it is no text.
const isKey = translator("en").has;

const hasWords = (text: string) => /\p{L}/u.test(text) && !NAMES.test(text.trim()) && !isKey(text);

/** Every text in a JSX tree that was typed into the code instead of a message file. */
function literalTexts(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    if (hasWords(text)) found.push(`${fileName}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    const inElement =
      node.parent !== undefined && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
    if (ts.isJsxExpression(node) && node.expression && inElement) visitValue(node.expression);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(file)) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value) visitValue(value);
    }
    ts.forEachChild(node, visit);
  };
  /** The branches a value may come from: `a ? "x" : "y"`, `a || "x"`, `` `x ${a}` ``. */
  const visitValue = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      for (const text of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        note(text, text.text);
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(visitValue);
    else if (ts.isBinaryExpression(node)) visitValue(node.right);
    else if (ts.isParenthesizedExpression(node)) visitValue(node.expression);
  };
  visit(file);
  return found;
}

describe("literal text", () => {
  it.each([
    ["<p>Hello</p>", 1],
    ["<p>{ok ? 'Yes' : t('a.b')}</p>", 1],
    ["<img alt='A cat' />", 1],
    ["<p title={`for ${name}`} />", 1],
    ["<p>{t('a.b')} · {count} / 3</p>", 0],
    ["<Later label='common.save' />", 0],
    ["<p className='large' id={`x-${id}`}>{name}</p>", 0],
  ])("is told from a message: %s", (source, expected) => {
    expect(literalTexts("sample.tsx", `const page = ${source};`)).toHaveLength(expected);
  });

  it("stands in no component and in no page", () => {
    const files = ["ui", "routes"].flatMap((folder) =>
      readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx"))
        .map((name) => join(folder, name)),
    );
    files.push("root.tsx");
    expect(files.flatMap((name) => literalTexts(name, readFileSync(join(app, name), "utf8")))).toEqual([]);
  });
});
