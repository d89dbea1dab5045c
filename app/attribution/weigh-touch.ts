import type { TraceStep } from "./attribution-trace";
import { versionAt, type ChampionFact, type FriendHistory, type TouchFact } from "./friend-history";
import type { NotEligibleCode } from "./reason-codes";

const DAY_MS = 86_400_000;

/** A touch with every check it went through, and why it cannot win, if it cannot. */
export interface WeighedTouch {
  touch: TouchFact;
  reason: NotEligibleCode | null;
  steps: TraceStep[];
}

export type Finding = Pick<TraceStep, "check" | "rule" | "compared"> & { fails: NotEligibleCode | null };

/**
 * Whether a touch could bind the friend at a moment; stops at the first check that fails. What speaks of the touch
 * comes first, what speaks of the friend last, so that a champion learns of the friend only that it was no new one (S10).
 * @param aboutFriend whether this friend can still be bound at all
 */
export function weighTouch(touch: TouchFact, at: Date, aboutFriend: Finding, facts: FriendHistory): WeighedTouch {
  const steps: TraceStep[] = [];
  for (const check of [touchInTime, clickMemory, championStanding, notSelf, programmeOpen]) {
    const failed = note(steps, touch, check(touch, at, facts));
    if (failed) return { touch, reason: failed, steps };
  }
  return { touch, reason: note(steps, touch, aboutFriend), steps };
}

/** A8: nobody is new who paid before. */
export function friendNew(paidBefore: Date | null): Finding {
  const compared = { paidBefore: paidBefore?.toISOString() ?? null };
  return { check: "friend_new", rule: "A8", fails: paidBefore ? "friend_not_new" : null, compared };
}

/** A19: somebody of the staff decided, and not for this touch. */
export function ruledByHand(handId: string): Finding {
  return { check: "by_hand", rule: "A19", fails: "manual_decision", compared: { decision: handId } };
}

function note(steps: TraceStep[], touch: TouchFact, { fails, ...finding }: Finding): NotEligibleCode | null {
  steps.push({
    ...finding,
    outcome: fails ? "fail" : "pass",
    touchId: touch.id,
    championId: touch.championId,
    reason: fails,
  });
  return fails;
}

/** Providers tell whole seconds: a click in the second of the payment still came before it. */
export function wasTouchedBy({ touchedAt }: TouchFact, at: Date): boolean {
  return Math.floor(touchedAt.getTime() / 1000) <= Math.floor(at.getTime() / 1000);
}

function touchInTime(touch: TouchFact, at: Date): Finding {
  const compared = { touchedAt: touch.touchedAt.toISOString(), at: at.toISOString() };
  return { check: "touch_in_time", rule: "R4", fails: wasTouchedBy(touch, at) ? null : "paid_before_touch", compared };
}

/** A3: closed at the touch, open at its end, in whole days of 24 hours. */
function clickMemory(touch: TouchFact, at: Date, facts: FriendHistory): Finding {
  const days = versionAt(programOf(touch, facts), at).clickMemoryDays;
  const until = new Date(touch.touchedAt.getTime() + days * DAY_MS);
  const compared = { touchedAt: touch.touchedAt.toISOString(), days, until: until.toISOString(), at: at.toISOString() };
  return { check: "click_memory", rule: "A3", fails: at < until ? null : "click_expired", compared };
}

function championStanding(touch: TouchFact, at: Date, { champions }: FriendHistory): Finding {
  const champion = champions.get(touch.championId);
  const stands = champion !== undefined && stoodThen(champion, touch, at);
  const compared = { status: champion?.status ?? null };
  return { check: "champion_standing", rule: "A7", fails: stands ? null : "champion_not_valid", compared };
}

/** A pause ends new recommendations only; who left earns nothing after leaving; who is blocked earns nothing (I24). */
function stoodThen({ status, pausedAt, leftAt }: ChampionFact, touch: TouchFact, at: Date): boolean {
  switch (status) {
    case "active":
      return true;
    case "paused":
      return pausedAt === null || touch.touchedAt < pausedAt;
    case "left":
      return leftAt !== null && at < leftAt;
    default:
      return false;
  }
}

export function notSelf({ championId }: Pick<TouchFact, "championId">, _at: Date, { champions }: FriendHistory): Finding {
  const same = champions.get(championId)?.sameAsFriend ?? null;
  return { check: "not_self", rule: "R1", fails: same ? "self_referral" : null, compared: { same } };
}

function programmeOpen(touch: TouchFact, _at: Date, facts: FriendHistory): Finding {
  const { ended } = programOf(touch, facts);
  return { check: "programme_open", rule: "A7", fails: ended ? "programme_ended" : null, compared: { ended } };
}

function programOf(touch: TouchFact, { programs }: FriendHistory) {
  const program = programs.get(touch.programId);
  if (!program) throw new RangeError(`program ${touch.programId} of touch ${touch.id} is not among the facts`);
  return program;
}
