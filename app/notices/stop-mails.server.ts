import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { StoppableKind } from "./mail-templates";
import { findRecipient, listStoppedKinds, stopKind } from "./recipient-store.server";
import { readStopToken } from "./unsubscribe-token.server";

interface StopOffer {
  kind: StoppableKind;
  /** They stopped it before. */
  stopped: boolean;
}

/** What a stop link would stop; changes nothing (L2). @throws NotFoundError when the link is not one of ours */
export async function readStopOffer(token: string, { db = rootDb }: Deps = {}): Promise<StopOffer> {
  const asked = readStopToken(token);
  if (!asked) throw new NotFoundError("stop link");
  const stopped = await db.transaction("read-stop-offer", (tx) => listStoppedKinds(tx, asked.personId));
  return { kind: asked.kind, stopped: stopped.includes(asked.kind) };
}

/** Stops one kind of mail for one person, from this moment on (RFC 8058). @throws NotFoundError */
export async function stopMails(token: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<StopOffer> {
  const asked = readStopToken(token);
  if (!asked) throw new NotFoundError("stop link");
  await db.transaction("stop-mails", async (tx) => {
    if (!(await findRecipient(tx, asked.personId))) throw new NotFoundError("stop link");
    await stopKind(tx, asked.personId, asked.kind, clock.now());
  });
  return { kind: asked.kind, stopped: true };
}
