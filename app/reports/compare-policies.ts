import type { Course, PastReward } from "./policy";

const DAY_MS = 86_400_000;

/** How many rewards, and what they come to in minor units. */
interface Amount {
  rewards: number;
  amountMinor: bigint;
}

/** What a policy comes to. */
export interface PolicyOutcome {
  /** What left the house. */
  paid: Amount;
  /** What had left the house when it was taken back. */
  lost: Amount;
  /** What no person looked at, though one really refused it. */
  letThrough: Amount;
  byPerson: number;
  byTwo: number;
}

/** Champions whose thanks move, and by how many days at the longest of each. */
export interface Moved {
  champions: number;
  /** Half of them move by no more than this. */
  middleDays: number;
  mostDays: number;
}

export interface PolicyComparison {
  rewards: number;
  present: PolicyOutcome;
  tried: PolicyOutcome;
  later: Moved;
  sooner: Moved;
  /** Taken back after it was paid at present, before under the tried policy; and the other way round. */
  caught: Amount;
  missed: Amount;
}

/** Two policies over the same rewards, beside each other. */
export function comparePolicies(rewards: readonly PastReward[], present: readonly Course[], tried: readonly Course[]): PolicyComparison {
  const later = new Map<string, number>();
  const sooner = new Map<string, number>();
  const caught = { rewards: 0, amountMinor: 0n };
  const missed = { rewards: 0, amountMinor: 0n };
  rewards.forEach(({ championId }, i) => {
    const [before, after] = [present[i], tried[i]];
    if (!before || !after) return;
    if (before.leavesAt && after.leavesAt) {
      const days = (+after.leavesAt - +before.leavesAt) / DAY_MS;
      const moved = days > 0 ? later : sooner;
      if (days !== 0) moved.set(championId, Math.max(moved.get(championId) ?? 0, Math.abs(days)));
    }
    const savedMinor = before.lostMinor - after.lostMinor;
    if (savedMinor !== 0n) add(savedMinor > 0n ? caught : missed, savedMinor > 0n ? savedMinor : -savedMinor);
  });
  return {
    rewards: rewards.length,
    present: outcomeOf(rewards, present),
    tried: outcomeOf(rewards, tried),
    later: movedBy(later), sooner: movedBy(sooner), caught, missed,
  };
}

function outcomeOf(rewards: readonly PastReward[], courses: readonly Course[]): PolicyOutcome {
  const empty = () => ({ rewards: 0, amountMinor: 0n });
  const outcome: PolicyOutcome = { paid: empty(), lost: empty(), letThrough: empty(), byPerson: 0, byTwo: 0 };
  courses.forEach(({ by, leavesMinor, lostMinor }, i) => {
    if (leavesMinor > 0n) add(outcome.paid, leavesMinor);
    if (lostMinor > 0n) add(outcome.lost, lostMinor);
    if (by === "clock" && rewards[i]?.refused && leavesMinor > 0n) add(outcome.letThrough, leavesMinor);
    if (by === "person" || by === "two") outcome.byPerson++;
    if (by === "two") outcome.byTwo++;
  });
  return outcome;
}

function movedBy(days: ReadonlyMap<string, number>): Moved {
  const sorted = [...days.values()].sort((a, b) => a - b);
  return { champions: sorted.length, middleDays: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, mostDays: sorted.at(-1) ?? 0 };
}

function add(sum: Amount, amountMinor: bigint): void {
  sum.rewards++;
  sum.amountMinor += amountMinor;
}
