import { getConversion, type ConversionDetail } from "~/attribution/get-conversion.server";
import { listChampions } from "~/champions/list-champions.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError, NotFoundError } from "~/platform/errors";
import { findPeople, type FoundPerson } from "./find-people.server";
import { NOBODY } from "./hand-pick";
import { previewHandAttribution, type HandEffect } from "./preview-hand-attribution.server";

/** Why a choice is none, in the codes of `attributeByHand`, with the reason code behind it where there is one. */
export interface HandRefusal {
  code: string;
  reason: string | null;
}

export interface HandChoice {
  conversion: Pick<ConversionDetail, "id" | "championId" | "champions" | "factsHash" | "occurredAt" | "signUp">;
  /** Null while nothing was searched. */
  found: FoundPerson[] | null;
  /** Who was picked, with what it would do or why it cannot be. */
  chosen: { championId: string | null; name: string | null; effect: HandEffect | null; refusal: HandRefusal | null } | null;
}

/** Who could have brought the friend of a sale or sign-up, and what choosing one of them would do (A19). @throws NotFoundError */
export async function showHandChoice(
  { conversionId, search, pick, by }: { conversionId: string; search: string; pick: string | null; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<HandChoice> {
  const conversion = await db.transaction("show-hand-choice", (tx) => getConversion(tx, conversionId));
  const { id, championId, champions, factsHash, occurredAt, signUp } = conversion;
  const shown = { id, championId, champions, factsHash, occurredAt, signUp };
  const found = search.trim() === "" ? null : await findPeople(search, { db });
  if (!pick) return { conversion: shown, found, chosen: null };

  const to = pick === NOBODY ? null : pick;
  const name = to && (await nameOf(to, { db }));
  const chosen = { championId: to, name, effect: null, refusal: null };
  try {
    const effect = await previewHandAttribution({ conversionId, championId: to, by, basis: factsHash }, { db, clock });
    return { conversion: shown, found, chosen: { ...chosen, effect } };
  } catch (error) {
    return { conversion: shown, found, chosen: { ...chosen, refusal: refusalOf(error) } };
  }
}

/** What a person is told about a choice that cannot be. @throws whatever is no refusal */
export function refusalOf(error: unknown): HandRefusal {
  if (!(error instanceof AppError) || error.status >= 500 || error instanceof NotFoundError) throw error;
  const { reason = null } = error.facts;
  return { code: error.code, reason: typeof reason === "string" ? reason : null };
}

async function nameOf(championId: string, { db = rootDb }: Pick<Deps, "db">): Promise<string> {
  const [champion] = await db.transaction("name-of-champion", (tx) => listChampions(tx, { ids: [championId] }));
  if (!champion) throw new NotFoundError("champion", { championId });
  return champion.displayName;
}
