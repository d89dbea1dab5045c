import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REWARD_STATUSES } from "./reward";
import { postingsBetween, type RewardPosition } from "./reward-postings";
import { targetAmount } from "./reward-target";

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const facts = fc.record({
  grantedMinor: amount,
  paidMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  takenBackMinor: amount,
});

describe("targetAmount (M4)", () => {
  it.each([
    [1000n, 8000n, 0n, 1000n],
    [1000n, 8000n, 2000n, 750n],
    [1000n, 8000n, 8000n, 0n],
    [1000n, 8000n, 9000n, 0n],
    // 333.33 and 666.67: each rounded on the cumulative amount
    [1000n, 3000n, 1000n, 667n],
    [1000n, 3000n, 2000n, 333n],
    [1n, 3n, 1n, 1n],
    [1n, 3n, 2n, 0n],
  ])(
    "of %s granted, %s paid and %s taken back, %s is due",
    (grantedMinor, paidMinor, takenBackMinor, due) => {
      expect(targetAmount({ grantedMinor, paidMinor, takenBackMinor })).toBe(due);
    },
  );

  it("takes back between nothing and everything (I14)", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const due = targetAmount(given);
        expect(due >= 0n && due <= given.grantedMinor).toBe(true);
      }),
    );
  });

  it("is 0 after a full refund and untouched without one", () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(targetAmount({ ...given, takenBackMinor: given.paidMinor })).toBe(0n);
        expect(targetAmount({ ...given, takenBackMinor: 0n })).toBe(given.grantedMinor);
      }),
    );
  });

  it("never gives back more when more is refunded", () => {
    fc.assert(
      fc.property(facts, amount, (given, more) => {
        const later = { ...given, takenBackMinor: given.takenBackMinor + more };
        expect(targetAmount(later) <= targetAmount(given)).toBe(true);
      }),
    );
  });
});

describe("postingsBetween", () => {
  const accounts = { programId: "prg_1", championId: "chp_1", referralId: "ref_1", side: "champion", currency: "EUR" } as const;
  const position = fc.record({ status: fc.constantFrom(...REWARD_STATUSES), dueMinor: amount });

  it("books a grant, an approval, a refusal and a refund after payment", () => {
    const pending: RewardPosition = { status: "pending", dueMinor: 1000n };
    expect(postingsBetween(accounts, null, pending)).toEqual([
      entry("program_cost:prg_1", 1000n),
      entry("champion_pending:chp_1", -1000n),
    ]);
    expect(postingsBetween(accounts, pending, { status: "approved", dueMinor: 1000n })).toEqual([
      entry("champion_pending:chp_1", 1000n),
      entry("champion_payable:chp_1", -1000n),
    ]);
    expect(postingsBetween(accounts, pending, { status: "rejected", dueMinor: 0n })).toEqual([
      entry("program_cost:prg_1", -1000n),
      entry("champion_pending:chp_1", 1000n),
    ]);
    expect(
      postingsBetween(
        accounts,
        { status: "paid", dueMinor: 1000n },
        { status: "partly_reversed", dueMinor: 750n },
      ),
    ).toEqual([entry("program_cost:prg_1", -250n), entry("champion_payable:chp_1", 250n)]);
  });

  it("books what is the friend's own on an account of their recommendation, never on the champion's (W6)", () => {
    const theirs = { ...accounts, side: "friend" } as const;
    const pending: RewardPosition = { status: "pending", dueMinor: 500n };
    expect(postingsBetween(theirs, null, pending)).toEqual([entry("program_cost:prg_1", 500n), entry("friend_pending:ref_1", -500n)]);
    expect(postingsBetween(theirs, pending, { status: "approved", dueMinor: 500n })).toEqual([
      entry("friend_pending:ref_1", 500n),
      entry("friend_payable:ref_1", -500n),
    ]);
  });

  it("balances, has no empty entries, and two steps add up to one", () => {
    const sum = (entries: { account: string; amountMinor: bigint }[], account?: string) =>
      entries
        .filter((each) => !account || each.account === account)
        .reduce((total, each) => total + each.amountMinor, 0n);
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        const [ab, bc, ac] = [
          postingsBetween(accounts, a, b),
          postingsBetween(accounts, b, c),
          postingsBetween(accounts, a, c),
        ];
        expect(sum(ab)).toBe(0n);
        expect(ab.every(({ amountMinor }) => amountMinor !== 0n)).toBe(true);
        for (const account of ["program_cost:prg_1", "champion_pending:chp_1", "champion_payable:chp_1"]) {
          expect(sum([...ab, ...bc], account)).toBe(sum(ac, account));
        }
      }),
    );
  });
});

function entry(account: string, amountMinor: bigint) {
  return { account, currency: "EUR", amountMinor };
}
