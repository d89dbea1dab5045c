import { describe, expect, it } from "vitest";
import { readConversionFilter } from "./conversion-filter";

const NOTHING = { search: "", kind: null, program: null, outcome: null, reason: null, from: null, until: null };
const read = (query: string) => readConversionFilter(new URLSearchParams(query));

describe("the filter of the sales", () => {
  it("reads every choice of an address", () => {
    expect(read("q=+in_12+&kind=sign_up&program=friends&outcome=unattributed&reason=click_expired&from=2026-11-01&until=2026-11-30")).toEqual({
      search: "in_12", kind: "sign_up", program: "friends", outcome: "unattributed", reason: "click_expired", from: "2026-11-01", until: "2026-11-30",
    });
  });

  it.each(["", "q=%00", "kind=gift&outcome=both&reason=hold_period", "from=yesterday&until=2026-13-45", "program=+&q=+", "reason=__proto__"])(
    "leaves out what makes no sense: %j",
    (query) => expect(read(query)).toEqual(NOTHING),
  );

  it("takes no more of a text than a number can be long", () => {
    expect(read(`q=${"x".repeat(500)}`).search).toHaveLength(200);
  });
});
