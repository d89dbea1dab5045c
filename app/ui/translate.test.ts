import { describe, expect, it } from "vitest";
import type { MessageKey } from "./messages/shape";
import { createTranslate } from "./translate";

const t = createTranslate("en", {
  area: {
    plain: "Thank you",
    named: "Thank you, {name}",
    count: "{n, plural, one {# friend} other {# friends}}",
    quote: "it''s {name}",
  },
});
const key = (name: string) => name as MessageKey;

describe("createTranslate", () => {
  it("fills placeholders and plurals", () => {
    expect(t(key("area.plain"))).toBe("Thank you");
    expect(t(key("area.named"), { name: "Anna <3" })).toBe("Thank you, Anna <3");
    expect(t(key("area.count"), { n: 1 })).toBe("1 friend");
    expect(t(key("area.count"), { n: 2 })).toBe("2 friends");
    expect(t(key("area.quote"), { name: "Anna" })).toBe("it's Anna");
  });

  it("parts a name that runs from right to left from what stands beside it", () => {
    expect(t(key("area.named"), { name: "ليلى" })).toBe("Thank you, \u2068ليلى\u2069");
  });

  it("knows which keys have a text and refuses the others", () => {
    expect(t.has("area.plain")).toBe(true);
    expect(t.has("area")).toBe(false);
    expect(() => t(key("area.absent"))).toThrow(RangeError);
  });
});
