import type { ChampionStatus } from "~/champions/champion";
import { listChampions } from "~/champions/list-champions.server";
import { listRecommendations } from "~/attribution/list-recommendations.server";
import { findPurchasesByNumber } from "~/commerce/find-purchases-by-number.server";
import { getPerson } from "~/identity/get-person.server";
import type { Person } from "~/identity/person";
import { searchPersons } from "~/identity/search-persons.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { listPrograms } from "~/programs/list-programs.server";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";
import { findMainLink } from "~/sharing/find-main-link.server";

export interface FoundPerson {
  person: Person;
  memberships: { championId: string; programSlug: string; status: ChampionStatus; displayName: string; code: string | null }[];
}

const SHOWN_AT_MOST = 50;

/** People by name, address, code or order number (S8): who has it, who recommends under it, who brought that order. */
export async function findPeople(typed: string, { db = rootDb }: Deps = {}): Promise<FoundPerson[]> {
  const text = typed.trim().slice(0, 200);
  // One letter would find everybody, and PostgreSQL takes a NUL in no text.
  if (text.length < 2 || text.includes("\0")) return [];
  return db.transaction("find-people", async (tx) => {
    const persons = new Map((await searchPersons(tx, text)).map((person) => [person.id, person]));
    for (const personId of await listByMembership(tx, text)) {
      if (persons.size >= SHOWN_AT_MOST || persons.has(personId)) continue;
      const person = await knownPerson(tx, personId);
      if (person) persons.set(personId, person);
    }
    const slugs = new Map((await listPrograms({ db: within(tx) })).map(({ id, slug }) => [id, slug]));
    const champions = await listChampions(tx, { personIds: [...persons.keys()] });
    const found: FoundPerson[] = [];
    for (const person of persons.values()) {
      const memberships = [];
      for (const { id, programId, status, displayName } of champions.filter(({ personId }) => personId === person.id)) {
        const code = (await findMainLink(tx, id))?.code ?? null;
        memberships.push({ championId: id, programSlug: slugs.get(programId) ?? "", status, displayName, code });
      }
      found.push({ person, memberships });
    }
    return found;
  });
}

/** People found by what is not theirs alone: a name for friends, a code, an order. */
async function listByMembership(tx: Tx, text: string): Promise<string[]> {
  const link = await findLinkByCode(tx, text);
  const purchases = await findPurchasesByNumber(tx, text);
  const brought = await listRecommendations(tx, { purchaseIds: purchases.map(({ id }) => id) });
  const championIds = [...(link ? [link.championId] : []), ...brought.map(({ championId }) => championId)];
  const champions = [...(await listChampions(tx, { ids: championIds })), ...(await listChampions(tx, { name: text }))];
  const buyers = purchases.flatMap(({ personId }) => personId ?? []);
  return [...champions.map(({ personId }) => personId), ...buyers];
}

/** Null for somebody who was forgotten. */
async function knownPerson(tx: Tx, personId: string): Promise<Person | null> {
  return getPerson(personId, { db: within(tx) }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
}
