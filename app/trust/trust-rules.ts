/** What a rule found, from nothing to refusal; in this order of strictness. */
export const OUTCOMES = ["pass", "note", "routine_check", "flag", "hold", "not_eligible", "block"] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Compared = Record<string, string | number | boolean | null>;

/** One finding, kept with the rule's version so that it can be understood later (R31). */
export interface TrustCheck {
  rule: string;
  version: number;
  outcome: Outcome;
  compared: Compared;
}

/** The stored facts a rule may look at. Undefined means "could not be read": then the rule holds (R32). */
export interface TrustFacts {
  paidAt: Date;
  /** R1: what champion and friend have in common. */
  sameAsFriend: "customer" | "email" | null | undefined;
  /** R3: when the friend paid for the first time before this, if ever. */
  paidBefore: Date | null | undefined;
  /** R4: the touch, until when it counts by the program's click memory, and when it bound the friend (A2, A3). */
  touchedAt: Date | undefined;
  touchValidUntil: Date | undefined;
  boundAt: Date | undefined;
  /** A person decided who brought the friend (A19): whether the friend is new and the touch in time was theirs to judge. */
  byHand: boolean;
  /** What the purchase earns; null when nothing is to be granted and R9 and R10 have nothing to ask. */
  reward: RewardAtStake | null;
}

export interface RewardAtStake {
  amountMinor: bigint;
  /** R10, W12: above these a person looks, above the last one two. */
  eachMinor: bigint;
  per30DaysMinor: bigint;
  twoAdminsAboveMinor: bigint;
  championSince: Date | null | undefined;
  rewardsBefore: number | undefined;
  grantedIn30DaysMinor: bigint | undefined;
}

interface Rule {
  id: string;
  version: number;
  judge(facts: TrustFacts): { outcome: Outcome; compared: Compared } | null;
}

const DAY_MS = 86_400_000;
const FIRST_REWARDS = 3;
const NEW_ACCOUNT_DAYS = 7;

class MissingInput extends Error {}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new MissingInput();
  return value;
}

const RULES: readonly Rule[] = [
  {
    id: "R1", version: 1,
    judge: ({ sameAsFriend }) => {
      const same = present(sameAsFriend);
      return { outcome: same ? "block" : "pass", compared: { same } };
    },
  },
  {
    id: "R3", version: 1,
    judge: ({ paidBefore, byHand }) => {
      if (byHand) return null;
      const before = present(paidBefore);
      return { outcome: before ? "not_eligible" : "pass", compared: { paidBefore: before?.toISOString() ?? null } };
    },
  },
  {
    id: "R4", version: 1,
    judge: ({ touchedAt, touchValidUntil, boundAt, byHand }) => {
      if (byHand) return null;
      const [touched, until, bound] = [present(touchedAt), present(touchValidUntil), present(boundAt)];
      // Providers tell whole seconds.
      const inTime = Math.floor(+touched / 1000) <= Math.floor(+bound / 1000) && bound < until;
      const compared = { touchedAt: touched.toISOString(), until: until.toISOString(), boundAt: bound.toISOString() };
      return { outcome: inTime ? "pass" : "not_eligible", compared };
    },
  },
  {
    id: "R9", version: 1,
    judge: ({ reward, paidAt }) => {
      if (!reward) return null;
      const [before, since] = [present(reward.rewardsBefore), present(reward.championSince)];
      const days = since === null ? 0 : Math.floor((+paidAt - +since) / DAY_MS);
      const young = before < FIRST_REWARDS || days < NEW_ACCOUNT_DAYS;
      return { outcome: young ? "routine_check" : "pass", compared: { rewardsBefore: before, accountDays: days } };
    },
  },
  {
    id: "R10", version: 1,
    judge: ({ reward }) => {
      if (!reward) return null;
      const sumMinor = present(reward.grantedIn30DaysMinor) + reward.amountMinor;
      const large = reward.amountMinor > reward.eachMinor || sumMinor > reward.per30DaysMinor;
      const compared = {
        amountMinor: String(reward.amountMinor), sum30DaysMinor: String(sumMinor),
        twoAdmins: reward.amountMinor > reward.twoAdminsAboveMinor,
      };
      return { outcome: large ? "routine_check" : "pass", compared };
    },
  },
];

/** Runs every rule over the facts. A rule that fails, or lacks something it asks for, holds (R32, N6). Pure (R30). */
export function checkTrust(facts: TrustFacts, rules: readonly Rule[] = RULES): TrustCheck[] {
  return rules.flatMap(({ id: rule, version, judge }) => {
    try {
      const found = judge(facts);
      return found ? [{ rule, version, ...found }] : [];
    } catch (error) {
      const cause = error instanceof MissingInput ? "missing_input" : "error";
      return [{ rule, version, outcome: "hold" as const, compared: { cause } }];
    }
  });
}

/** The strictest finding: what happens to the reward. `pass` when there is none. */
export function strictest(checks: readonly TrustCheck[]): Outcome {
  return checks.reduce<Outcome>(
    (worst, { outcome }) => (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(worst) ? outcome : worst),
    "pass",
  );
}
