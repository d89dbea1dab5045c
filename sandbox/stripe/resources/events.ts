import { deliveredEverywhere, eventForApi } from "../event-view";
import { stillListed } from "../listing";
import { flag, list, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { missingResource } from "../stripe-error";

export const eventRoutes: Route[] = [
  route("GET", "/v1/events/:id", "event", {}, ({ sandbox, account, at }) => {
    const event = sandbox.tables.events.get(at("id"));
    if ((event.account ?? null) !== account) throw missingResource("event", at("id"));
    return eventForApi(sandbox, event);
  }),
  listRoute(
    "/v1/events",
    "event",
    { delivery_success: flag.optional(), type: text.optional(), types: list(text).optional() },
    ({ sandbox, account, params: { delivery_success: success, type, types } }) =>
      sandbox.tables.events
        .all()
        .filter((event) => (event.account ?? null) === account && stillListed(event.created, sandbox.now()))
        .filter((event) => type === undefined || matches(type, event.type))
        .filter((event) => types === undefined || types.some((one) => matches(one, event.type)))
        .filter((event) => success === undefined || deliveredEverywhere(sandbox, event) === success)
        .map((event) => eventForApi(sandbox, event)),
  ),
];

/** A type, or a group of types such as `charge.*`. */
function matches(pattern: string, type: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
