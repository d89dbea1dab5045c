import type { Endpoint } from "./api-endpoint";

/** An address with the methods it takes. */
interface Address {
  byMethod: ReadonlyMap<string, Endpoint>;
  params: Record<string, string>;
  /** For the `Allow` header. */
  allow: string;
}

/** What stands at a path below `/api/v1`; a part that is written out goes before a parameter. Null when nothing does. */
export function findAddress(endpoints: readonly Endpoint[], path: string): Address | null {
  const parts = path.split("/");
  const found = endpoints.flatMap((endpoint) => {
    const params = match(partsOf(endpoint.path), parts);
    return params ? [{ endpoint, params }] : [];
  });
  const best = found.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
  if (!best) return null;
  const here = found.filter(({ endpoint }) => endpoint.path === best.endpoint.path).map(({ endpoint }) => endpoint);
  const methods = here.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return { byMethod: new Map(here.map((endpoint) => [endpoint.method, endpoint])), params: best.params, allow: [...methods, "OPTIONS"].join(", ") };
}

const split = new Map<string, string[]>();

function partsOf(path: string): string[] {
  const known = split.get(path);
  if (known) return known;
  const parts = path.split("/");
  split.set(path, parts);
  return parts;
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    const part = parts[i] ?? "";
    if (expected.startsWith("{")) params[expected.slice(1, -1)] = decodeURIComponent(part);
    else if (part !== expected) return null;
  }
  return params;
}
