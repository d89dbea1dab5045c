const DEEPEST = 32;

/** A string with whatever it escapes, or a bracket, or the colon that makes the string before it a name. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * What is odd about a text that `JSON.parse` takes: a name given twice in one object, of which parsers keep either; the
 * name `__proto__`, which some take for the object's own; nesting deeper than 32. Null when there is nothing.
 */
export function oddityOf(validJson: string): { field: string; problem: string } | null {
  const open: Set<string>[] = [];
  let text = "";
  for (const [token] of validJson.matchAll(TOKENS)) {
    if (token === "{" || token === "[") {
      if (open.push(new Set()) > DEEPEST) return { field: "", problem: `nested deeper than ${DEEPEST}` };
    } else if (token === "}" || token === "]") {
      open.pop();
    } else if (token === ":") {
      const name = JSON.parse(text) as string;
      const names = open.at(-1);
      if (name === "__proto__") return { field: name, problem: "unknown field" };
      if (names?.has(name)) return { field: name.slice(0, 100), problem: "given twice" };
      names?.add(name);
    } else {
      text = token;
    }
  }
  return null;
}
