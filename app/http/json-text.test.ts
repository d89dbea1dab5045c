import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oddityOf } from "./json-text";

describe("a JSON text (15.3.5)", () => {
  it.each([
    ['{"a":1,"a":2}', "given twice"],
    ['{"a":1,"\\u0061":2}', "given twice"],
    ['{"a":{"b":1,"c":[{"b":1,"b":2}]}}', "given twice"],
    ['{"":1,"":2}', "given twice"],
    ['{"a\\"":1,"a\\"":2}', "given twice"],
    ['{"__proto__":1}', "unknown field"],
    ['[{"\\u005f_proto__":{}}]', "unknown field"],
    [`${"[".repeat(33)}${"]".repeat(33)}`, "nested deeper than 32"],
    [`${'{"a":'.repeat(33)}1${"}".repeat(33)}`, "nested deeper than 32"],
  ])("%s: %s", (text, problem) => {
    JSON.parse(text);
    expect(oddityOf(text)).toMatchObject({ problem });
  });

  it.each(['{"a":"a\\":{","b":{"a":1}}', '[{"a":1},{"a":2}]', '"a:a"', `${"[".repeat(32)}${"]".repeat(32)}`])("%s: nothing", (text) => {
    JSON.parse(text);
    expect(oddityOf(text)).toBeNull();
  });

  const values = fc.jsonValue({ maxDepth: 2 });

  it("is never odd when it was written down", () => {
    fc.assert(fc.property(values, (value) => JSON.stringify(value).includes("__proto__") || oddityOf(JSON.stringify(value)) === null));
  });

  it("is always odd with its first name once more", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (object) => {
        const text = JSON.stringify(object);
        expect(oddityOf(`${text.slice(0, -1)},${JSON.stringify(Object.keys(object)[0])}:null}`)).not.toBeNull();
      }),
    );
  });
});
