import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { cookieSeconds } from "~/programs/cookie-rule";
import { noteLanding } from "~/sharing/note-landing.server";
import { presentToken } from "~/sharing/present-token.server";
import { knownOf, type Recommendation } from "./known-recommendations.server";

interface LandingVisit {
  code: string;
  /** The click token of the address. */
  token: string | null;
  /** Whether this is a person's visit, as far as its headers tell (R18). */
  counts: boolean;
}

export interface ShownLanding extends Recommendation {
  token: string;
  /** How long the browser remembers this visit; null in all programs but those of affiliates that say so (L3). */
  cookieSeconds: number | null;
}

/** What the friend's landing page shows; counts it in the funnel once per click. Null when nobody has this code. */
export async function showLanding(
  { code, token: given, counts }: LandingVisit,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownLanding | null> {
  const found = await knownOf(db).find(code);
  if (!found) return null;
  const { link } = found;
  const { rules } = found.program.version;
  const now = clock.now();
  const { token, clickId } = presentToken({ given, link, memoryDays: rules.clickMemoryDays, now });
  const visited = counts && found.open;
  if (visited) noteLanding({ championId: link.championId, linkId: link.id, clickId, occurredAt: now }, { db });
  return { ...found, token, cookieSeconds: visited ? cookieSeconds(rules, "visit") : null };
}
