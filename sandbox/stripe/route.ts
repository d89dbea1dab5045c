import { z } from "zod";
import { pageOf, withinRange } from "./listing";
import type { Paging, TimeRange } from "./listing";
import { expand, paging, timeRange } from "./parameters";
import type { Sandbox } from "./sandbox";

export type Method = "GET" | "POST" | "DELETE";

export interface Call<P> {
  sandbox: Sandbox;
  params: P;
  /** The value of a `:name` part of the path. */
  at(name: string): string;
  /** The connected account of the `Stripe-Account` header. */
  account: string | null;
}

export interface Route {
  method: Method;
  path: string;
  /** The resource a restricted key needs a permission for. */
  resource: string;
  schema: z.ZodType<{ expand?: string[] }>;
  handle(call: Call<object>): unknown;
}

/** One call of the API; `expand` comes with each, further parameters are those of `shape` and no others. */
export function route<S extends z.ZodRawShape>(
  method: Method,
  path: string,
  resource: string,
  shape: S,
  handle: (call: Call<z.output<z.ZodObject<S>>>) => unknown,
): Route {
  const schema = z.strictObject({ ...shape, expand }) as unknown as Route["schema"];
  return {
    method,
    path,
    resource,
    schema,
    // The schema of this very route has checked `params` before the call.
    handle: (call) => handle(call as Call<z.output<z.ZodObject<S>>>),
  };
}

/** A list: pages, a filter on `created`, and the filters of `shape`, which `rows` applies. */
export function listRoute<S extends z.ZodRawShape, T extends { id: string; created?: unknown }>(
  path: string,
  resource: string,
  shape: S,
  rows: (call: Call<z.output<z.ZodObject<S>>>) => T[],
): Route {
  return route("GET", path, resource, { ...paging, created: timeRange.optional(), ...shape }, (call) => {
    const url = path.replace(/:(\w+)/g, (_, name: string) => call.at(name));
    const { created, ...page } = call.params as Paging & { created?: TimeRange };
    const all = rows(call as Call<z.output<z.ZodObject<S>>>);
    return pageOf(
      all.filter((row) => withinRange(Number(row.created), created)),
      page,
      url,
    );
  });
}

export interface RouteMatch {
  route: Route;
  values: Map<string, string>;
}

/** Finds the route of a path; parts that stand still win over `:name` parts. */
export class RouteTable {
  readonly #bySize = new Map<string, { route: Route; parts: string[] }[]>();

  constructor(routes: readonly Route[]) {
    const sorted = routes.toSorted((a, b) => dynamicParts(a.path) - dynamicParts(b.path));
    for (const one of sorted) {
      const parts = one.path.split("/");
      const key = `${one.method} ${parts.length}`;
      this.#bySize.set(key, [...(this.#bySize.get(key) ?? []), { route: one, parts }]);
    }
  }

  match(method: string, path: string): RouteMatch | null {
    const given = path.split("/");
    for (const { route: one, parts } of this.#bySize.get(`${method} ${given.length}`) ?? []) {
      if (!parts.every((part, index) => part.startsWith(":") || part === given[index])) continue;
      const values = parts.flatMap((part, index): [string, string][] =>
        part.startsWith(":") ? [[part.slice(1), decode(given[index] ?? "")]] : [],
      );
      return { route: one, values: new Map(values) };
    }
    return null;
  }
}

function dynamicParts(path: string): number {
  return path.split(":").length;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
