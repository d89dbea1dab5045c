import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAILS_PER_WEEK, nextFreeMoment } from "./weekly-cap";

const NOW = new Date("2026-11-24T09:00:00Z");
const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

describe("the weekly cap", () => {
  it("lets the first two of a week go at once", () => {
    expect(nextFreeMoment([], NOW)).toEqual(NOW);
    expect(nextFreeMoment([daysAgo(1)], NOW)).toEqual(NOW);
  });

  it("makes the third wait until the older of the two is a week old", () => {
    expect(nextFreeMoment([daysAgo(1), daysAgo(3)], NOW)).toEqual(daysAgo(-4));
    expect(nextFreeMoment([daysAgo(3), daysAgo(1), daysAgo(6)], NOW)).toEqual(daysAgo(-4));
  });

  it("forgets what is a week old to the millisecond", () => {
    expect(nextFreeMoment([daysAgo(1), daysAgo(7)], NOW)).toEqual(NOW);
    const almost = new Date(daysAgo(7).getTime() + 1);
    expect(nextFreeMoment([daysAgo(1), almost], NOW)).toEqual(new Date(NOW.getTime() + 1));
  });

  it("never puts more than two into any seven days", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 9 * DAY }), { maxLength: 30 });
    fc.assert(
      fc.property(gaps, (waits) => {
        const sent: Date[] = [];
        let now = NOW.getTime();
        for (const wait of waits) {
          now += wait;
          const at = nextFreeMoment(sent, new Date(now));
          if (at.getTime() === now) sent.push(at);
        }
        for (const [i, at] of sent.entries()) {
          const third = sent[i + MAILS_PER_WEEK];
          if (third) expect(third.getTime() - at.getTime()).toBeGreaterThanOrEqual(7 * DAY);
        }
      }),
    );
  });
});
