import { listChampions } from "~/champions/list-champions.server";
import { listCauses } from "~/fulfilment/list-causes.server";
import { within, type Tx } from "~/platform/db.server";
import { listPrograms } from "~/programs/list-programs.server";

/** Whose accounts these are, by code: a champion's name for friends, a program's slug or a cause; nothing for the company's own. */
export async function nameAccounts(tx: Tx, codes: readonly string[]): Promise<Record<string, string>> {
  const owners = new Map(codes.flatMap((code) => (code.includes(":") ? [[code, code.slice(code.indexOf(":") + 1)] as const] : [])));
  const champions = await listChampions(tx, { ids: [...new Set(owners.values())] });
  const programs = await listPrograms({ db: within(tx) });
  const causes = await listCauses({ closed: true }, { db: within(tx) });
  const names = new Map([...causes.map(({ id, name }) => [id, name] as const), ...champions.map(({ id, displayName }) => [id, displayName] as const), ...programs.map(({ id, slug }) => [id, slug] as const)]);
  return Object.fromEntries([...owners].flatMap(([code, owner]) => (names.has(owner) ? [[code, names.get(owner) ?? ""]] : [])));
}
