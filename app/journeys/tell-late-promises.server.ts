import { postponeAnswer } from "~/champions/postpone-answer.server";
import { recordAudit } from "~/identity/record-audit.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { getProgram } from "~/programs/get-program.server";
import { listOpenPromises, type OpenPromise } from "~/rewards/list-open-promises.server";
import { postponePromise } from "~/rewards/postpone-promise.server";
import { laterHour, TELL_BEFORE_MS } from "~/rewards/promise";
import { championMail, type ChampionMail } from "./champion-mail.server";

/**
 * The job behind belief 3: whoever was promised an hour that will not be kept hears so before it passes, once, with the
 * reason and a new hour. Each in a transaction of its own.
 */
export async function tellLatePromises({ db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  for (const promise of await listOpenPromises({ withinMs: TELL_BEFORE_MS }, { db, clock })) {
    await tell(promise, { db, clock }).catch((error: unknown) => {
      log.error({ err: error, kind: promise.kind, objectId: promise.objectId }, "a promise could not be moved");
    });
  }
}

async function tell(promise: OpenPromise, { db, clock }: Required<Deps>): Promise<void> {
  await db.transaction("tell-late-promise", async (tx) => {
    const joined = { db: within(tx), clock };
    const now = clock.now();
    const { calendar } = await getProgram(promise.programId, joined);
    const newBy = laterHour(calendar, promise.promisedAt, now);
    const late = await postponePromise(tx, { promise, newBy, now, moveApplication: (move) => postponeAnswer(tx, move) });
    if (!late) return;
    const { kind, objectId: subjectId, reason, promisedAt } = late;
    const facts = { kind, promisedAt: promisedAt.toISOString(), newBy: newBy.toISOString(), reason };
    await recordAudit(tx, { by: "system", action: "promise.late", object: subjectId, facts, now });
    const to = await championMail(tx, promise.championId);
    if (!to) return;
    const values = { ...to.values, path: pathOf(to, promise), kind, reason, firstBy: promisedAt, newBy };
    await queueMail({ template: "promise_late", personId: to.personId, subjectId, purpose: promisedAt.toISOString(), values }, joined);
  });
}

/** The page of the champion where the new hour stands. */
function pathOf({ program: { slug } }: ChampionMail, { kind, rewardId }: OpenPromise) {
  const page = { reward: `rewards/${rewardId}`, appeal: `rewards/${rewardId}#appeal`, question: "why-not", application: "join" } as const;
  return `/portal/${slug}/${page[kind]}` as const;
}
