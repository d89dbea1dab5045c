import { deliveredEverywhere, eventForApi } from "../event-view";
import { pageOf, stillListed, withinRange } from "../listing";
import { flag, list, paging, text, timeRange } from "../parameters";
import { route } from "../route";
import type { Route } from "../route";
import { missingResource } from "../stripe-error";

export const eventRoutes: Route[] = [
  route("GET", "/v1/events/:id", "event", {}, ({ sandbox, account, at }) => {
    const event = sandbox.tables.events.get(at("id"));
    if ((event.account ?? null) !== account) throw missingResource("event", at("id"));
    return eventForApi(sandbox, event);
  }),
  route(
    "GET",
    "/v1/events",
    "event",
    {
      ...paging,
      created: timeRange.optional(),
      delivery_success: flag.optional(),
      type: text.optional(),
      types: list(text).optional(),
    },
    ({ sandbox, account, params: { created, delivery_success: success, type, types, ...page } }) => {
      const found = sandbox.tables.events
        .all()
        .filter((event) => (event.account ?? null) === account && stillListed(event.created, sandbox.now()))
        .filter((event) => withinRange(event.created, created))
        .filter((event) => type === undefined || matches(type, event.type))
        .filter((event) => types === undefined || types.some((one) => matches(one, event.type)))
        .filter((event) => success === undefined || deliveredEverywhere(sandbox, event) === success);
      const shown = pageOf(found, page, "/v1/events");
      return { ...shown, data: shown.data.map((event) => eventForApi(sandbox, event)) };
    },
  ),
];

/** A type, or a group of types such as `charge.*`. */
function matches(pattern: string, type: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
