import { env } from "~/platform/env.server";
import { fillLines } from "./fill-lines";

/** The very files that `e2e/journeys/copyable-lines.spec.ts` runs. */
const FILES = import.meta.glob<string>("../../docs/wire-a-shop/*.{mjs,php,py,sh,html}", { query: "?raw", import: "default", eager: true });

/** The lines of one file in `docs/wire-a-shop`, with this installation's origin. @throws Error when there is no such file */
export function shopLines(name: string): string {
  const text = FILES[`../../docs/wire-a-shop/${name}`];
  if (text === undefined) throw new Error(`docs/wire-a-shop/${name} is missing`);
  return fillLines(text, { origin: env().APP_URL }).trim();
}

/** The one line that puts our script on a page, with a key of this installation's own. */
export function scriptLine(key: string): string {
  return fillLines(/<script defer src=.*<\/script>/.exec(shopLines("page.html"))?.[0] ?? "", { origin: env().APP_URL, key });
}
