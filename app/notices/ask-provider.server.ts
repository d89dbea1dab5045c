import { ResendError, type ResendGateway, type SeenEmail } from "~/platform/gateways/resend.server";
import { readBody } from "./sealed-mail.server";

/** What the provider knows of a mail we cannot be sure about. */
export type Finding = { known: "yes"; candidates: SeenEmail[] } | { known: "no" } | { known: "not_told" };

const DAY_MS = 86_400_000;
/** Five thousand mails: more in a day and a half is for a person to look into. */
const MAX_PAGES = 50;

/**
 * Asks the provider whether it accepted a mail: by its id when we have one, else by looking through what it accepted
 * since a day before the first try for the same reader, subject and text (I30).
 */
export async function askProvider(
  gateway: ResendGateway,
  { body, providerId, triedAt }: { body: string; providerId: string | null; triedAt: Date },
): Promise<Finding> {
  try {
    if (providerId) return { known: "yes", candidates: [await gateway.getEmail(providerId)] };
    return await lookThrough(gateway, readBody(body), triedAt.getTime() - DAY_MS);
  } catch (error) {
    if (error instanceof ResendError) return { known: "not_told" };
    throw error;
  }
}

async function lookThrough(gateway: ResendGateway, mail: ReturnType<typeof readBody>, since: number): Promise<Finding> {
  const candidates: SeenEmail[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { data, has_more }: Awaited<ReturnType<ResendGateway["listEmails"]>> = await gateway.listEmails(after);
    for (const seen of data) {
      if (seen.subject !== mail.subject || !seen.to.some((to) => sameAddress(to, mail.to))) continue;
      const whole = await gateway.getEmail(seen.id);
      if (sameText(whole.text, mail.text)) candidates.push(whole);
    }
    const last = data.at(-1);
    if (!has_more || !last || momentOf(last.created_at) < since) {
      return candidates.length > 0 ? { known: "yes", candidates } : { known: "no" };
    }
    after = last.id;
  }
  return candidates.length > 0 ? { known: "yes", candidates } : { known: "not_told" };
}

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Providers may fold lines; a mail without text tells nothing against it. */
function sameText(seen: string | null | undefined, ours: string): boolean {
  const folded = (text: string) => text.replace(/\s+/g, " ").trim();
  return seen == null || folded(seen) === folded(ours);
}

/** Reads "2023-04-03 22:13:42.674981+00" as well as ISO 8601; an unreadable time stops no search. */
function momentOf(text: string): number {
  const iso = text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
  const at = Date.parse(iso);
  return Number.isNaN(at) ? Infinity : at;
}
