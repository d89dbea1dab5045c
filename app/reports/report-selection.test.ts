import { describe, expect, it } from "vitest";
import { readSelection } from "./read-selection";
import { isoDay, weeksOf, writeSelection } from "./report-selection";

const now = new Date("2026-11-21T23:30:00Z");
const read = (query: string) => readSelection(new URLSearchParams(query), now);

describe("the selection of a report", () => {
  it("is the last twelve weeks when nothing is asked", () => {
    const selection = read("");
    expect(selection && [isoDay(selection.from), isoDay(selection.until)]).toEqual(["2026-08-30", "2026-11-22"]);
  });

  it("survives the way through an address", () => {
    const query = "from=2026-01-05&to=2026-01-05&program=prg_1&champion=chp_1&channel=whatsapp&label=";
    expect(writeSelection(read(query)!)).toBe(query);
    expect(read(query)?.label).toBe("");
  });

  it.each(["from=yesterday", "from=2026-02-30", "from=2026-02-02&to=2026-02-01", "from=2001-01-01", "to=0", "from[]=1&from=x"])(
    "refuses %s",
    (query) => expect(read(query)).toBeNull(),
  );

  it("cuts a range into whole weeks from Monday", () => {
    const weeks = weeksOf(read("from=2026-11-18&to=2026-11-30")!);
    expect(weeks.map(isoDay)).toEqual(["2026-11-16", "2026-11-23", "2026-11-30"]);
  });
});
