import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

/** Every address of the product, as `app/routes.ts` writes it. */
export function allAddresses(): string[] {
  const found = new Set<string>();
  const walk = (entries: readonly RouteConfigEntry[]) => {
    for (const { path, index, children } of entries) {
      if (index) found.add("/");
      else if (path !== undefined) found.add(path.startsWith("/") ? path : `/${path}`);
      walk(children ?? []);
    }
  };
  walk(routes);
  return [...found];
}
