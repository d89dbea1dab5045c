import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvResponse } from "./csv.server";

describe("a CSV cell", () => {
  it.each(["=1+1", "+31", "@SUM(A1)", "-2+3", "\t=1", "\r=1", " =1", "\ufeff=1", "\u3000=1", "\0=1", "＝1"])(
    "never runs as a formula: %j",
    (text) => expect(csvCell(text).startsWith("'")).toBe(true),
  );

  it("leaves numbers and ordinary words alone", () => {
    expect(["Anna", "a=b", "-12.50", "é"].map(csvCell)).toEqual(["Anna", "a=b", "-12.50", "é"]);
    expect(csvCell(-1250n)).toBe("-1250");
    expect(csvCell(new Date("2026-11-21T10:00:00Z"))).toBe("2026-11-21T10:00:00.000Z");
  });

  it("never starts with a sign that makes a formula, whatever somebody typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text).trimStart();
        return !/^[=+@]/.test(cell) && (!cell.startsWith("-") || /^-\d+(\.\d+)?$/.test(cell));
      }),
    );
  });

  it("quotes what needs it, one line a row", async () => {
    const text = await csvResponse("a b.csv", ["x", "y"], [['say "hi"', "one\ntwo"]]).text();
    expect(text).toBe('x,y\r\n"say ""hi""","one\ntwo"\r\n');
  });
});
