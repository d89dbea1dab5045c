import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { StoppableKind } from "./mail-templates";
import { knowsKind, listStoppedKinds, resumeKind, stopKind } from "./recipient-store.server";

export interface MailChoice {
  kind: StoppableKind;
  wanted: boolean;
}

/** Which kinds of mail a person can have, and which of them they want; staff mails only for whoever ever got one. */
export async function listMailChoices(personId: string, { db = rootDb }: Deps = {}): Promise<MailChoice[]> {
  return db.transaction("list-mail-choices", async (tx) => {
    const stopped = await listStoppedKinds(tx, personId);
    const kinds: StoppableKind[] = ["outcome", "program", ...((await knowsKind(tx, personId, "staff")) ? ["staff" as const] : [])];
    return kinds.map((kind) => ({ kind, wanted: !stopped.includes(kind) }));
  });
}

/** Keeps the choices as they were ticked; kinds that were not offered stay as they are. */
export async function saveMailChoices(
  { personId, wanted, offered }: { personId: string; wanted: readonly StoppableKind[]; offered: readonly StoppableKind[] },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("save-mail-choices", async (tx) => {
    for (const kind of offered) {
      if (wanted.includes(kind)) await resumeKind(tx, personId, kind);
      else await stopKind(tx, personId, kind, clock.now());
    }
  });
}
