import type { WebhookEventType } from "./event-types";
import type { ToldObject } from "./told-objects";

/** The version of this shape; it stands in the address of the API too. */
const API_VERSION = "v1";

interface EventToTell {
  id: string;
  type: WebhookEventType;
  createdAt: Date;
  livemode: boolean;
  before: ToldObject | null;
  data: ToldObject;
}

/** The body of an event (P12): these very characters are kept, signed and sent. */
export function eventPayload({ id, type, createdAt, livemode, before, data }: EventToTell): string {
  const changes = before ? changesBetween(before, data) : {};
  return JSON.stringify({ id, type, createdAt: createdAt.toISOString(), apiVersion: API_VERSION, livemode, data, changes });
}

type Changes = Record<string, [unknown, unknown]>;

/** Every field that differs, as `[old, new]`; the version differs always and says nothing. */
function changesBetween(before: ToldObject, after: ToldObject): Changes {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([name, value]) => name !== "version" && JSON.stringify(value) !== JSON.stringify(old.get(name)),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, [old.get(name), value]]));
}
