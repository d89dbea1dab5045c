import { describe, expect, it } from "vitest";
import { periodOf, readWhyNot, writeWhyNot } from "./why-not-question";

const TODAY = "2026-11-27";
const read = (query: string) => readWhyNot(new URLSearchParams(query), TODAY);

describe("a champion's question in the address", () => {
  it("is read and written back", () => {
    const asked = { day: "2026-11-19", happened: "code" as const, linkId: "lnk_1" };
    expect(read(writeWhyNot(asked))).toEqual(asked);
    expect(read("happened=other&day=&link=")).toEqual({ day: null, happened: "other", linkId: null });
  });

  it.each(["", "day=2026-11-19", "happened=everything", "happened=link&day=2026-11-28"])("is none: %j", (query) => {
    expect(read(query)).toBeNull();
  });

  it("takes nonsense for a day as not knowing", () => expect(read("happened=link&day=2026-02-31")?.day).toBeNull());
});

describe("the time a question is about", () => {
  const now = new Date("2026-11-27T10:00:00Z");

  it("is a local day, also of 23 and 25 hours, in the week that begins on its Monday", () => {
    expect(periodOf("2026-11-22", "Europe/Amsterdam", now)).toEqual({
      from: new Date("2026-11-21T23:00:00Z"), until: new Date("2026-11-22T23:00:00Z"), firstWeek: new Date("2026-11-16T11:00:00Z"),
    });
    expect(periodOf("2026-10-25", "Europe/Amsterdam", now)).toMatchObject({
      from: new Date("2026-10-24T22:00:00Z"), until: new Date("2026-10-25T23:00:00Z"),
    });
  });

  it("is the last 30 days when nobody knows", () => {
    expect(periodOf(null, "Europe/Amsterdam", now)).toMatchObject({ from: new Date("2026-10-28T10:00:00Z"), until: now });
  });
});
