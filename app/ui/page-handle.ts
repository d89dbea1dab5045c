import type { Format } from "./format";
import type { MessageKey } from "./messages/shape";
import type { Translate } from "./translate";

/** What a route module may tell the document around it: `export const handle = { … } satisfies PageHandle`. */
export interface PageHandle {
  /** The title of the browser tab; a function when it needs what the loader returned. */
  title?: MessageKey | ((data: unknown, t: Translate, format: Format) => string);
  /** A friend's first page: no script and no web font, so that it stands in one round trip. */
  light?: true;
}
