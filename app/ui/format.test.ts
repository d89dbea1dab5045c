import { describe, expect, it } from "vitest";
import { formatter } from "./format";

const at = new Date("2026-11-24T16:00:00Z");

describe("formatter", () => {
  it.each([
    ["nl", "di 24 nov. 17:00", "di 24 nov. 2026", "dinsdag 24 november 2026 17:00 (Europe/Amsterdam)"],
    ["en", "Tue 24 Nov 17:00", "Tue 24 Nov 2026", "Tuesday 24 November 2026 17:00 (Europe/Amsterdam)"],
  ] as const)("tells a moment with weekday and hour in %s", (locale, moment, day, full) => {
    const format = formatter(locale);
    expect(format.dateTime(at)).toBe(moment);
    expect(format.date(at)).toBe(day);
    expect(format.dateTimeOfYear(at)).toBe(`${day} 17:00`);
    expect(format.fullDateTime(at)).toBe(full);
  });

  it("tells it in the program's zone, and in another when asked", () => {
    const format = formatter("en", "America/New_York");
    expect(format.dateTime(at)).toBe("Tue 24 Nov 11:00");
    expect(format.dateTime(at, "Asia/Tokyo")).toBe("Wed 25 Nov 01:00");
  });

  it("writes midnight as 00:00 and May without a point", () => {
    expect(formatter("nl").dateTime(new Date("2026-05-03T22:00:00Z"))).toBe("ma 4 mei 00:00");
  });

  it("writes amounts, shares and lists as each language does", () => {
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
    const [nl, en] = [formatter("nl"), formatter("en")];
    expect(plain(nl.money({ amountMinor: 123456n, currency: "EUR" }))).toBe("€ 1.234,56");
    expect(plain(en.money({ amountMinor: 123456n, currency: "EUR" }))).toBe("€1,234.56");
    expect(plain(nl.percent(0.125, 1))).toBe("12,5%");
    expect(nl.number(1234567n)).toBe("1.234.567");
    expect(en.list(["a", "b", "c"])).toBe("a, b and c");
  });
});
