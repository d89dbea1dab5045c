import type { Tx } from "./db.server";

/** Which of these triggers (`table.trigger`) are missing or switched off. */
export async function missingTriggers(tx: Tx, wanted: readonly string[]): Promise<string[]> {
  const active = await tx.$queryRaw<{ name: string }[]>`
    select c.relname || '.' || t.tgname as name
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and not t.tgisinternal and t.tgenabled in ('O', 'A')`;
  const names = new Set(active.map(({ name }) => name));
  return wanted.filter((name) => !names.has(name));
}
