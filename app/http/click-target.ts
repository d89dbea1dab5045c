import { pathOfTarget } from "./request-target";

/** What stands in the address of a followed link. */
export interface ClickTarget {
  /** As typed, decoded. */
  code: string;
  via: string | null;
  sub: string | null;
}

/**
 * Reads `/r/CODE?via=…&sub=…`, also as a whole URL, which HTTP allows in the request line; null for any other address and for
 * bytes that are no text, which the pages answer.
 */
export function readClickTarget(url: string): ClickTarget | null {
  const target = pathOfTarget(url);
  if (!target.startsWith("/r/") || target.includes("%00")) return null;
  const [path = "", query = ""] = split(target, "?");
  const code = decoded(path.slice(3).replace(/\/$/, ""));
  return code ? { code, via: valueOf(query, "via"), sub: valueOf(query, "sub") } : null;
}

/** The first value of a name in a query; null when it is missing or no text. */
function valueOf(query: string, name: string): string | null {
  if (query === "") return null;
  for (const pair of query.split("&")) {
    const [key, value] = split(pair, "=");
    if (key === name) return decoded(value);
  }
  return null;
}

function split(text: string, at: string): [string, string] {
  const position = text.indexOf(at);
  return position < 0 ? [text, ""] : [text.slice(0, position), text.slice(position + 1)];
}

function decoded(text: string): string | null {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
