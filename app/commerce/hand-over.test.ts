import { describe, expect, it } from "vitest";
import { handOverIn, joinHandOver, tokensInMetadata, tokensInReference } from "./hand-over";

const token = (letter: string) => letter.repeat(180);

describe("what a shop hands over", () => {
  it("reads one token, a list, and a list over several keys, in the order given", () => {
    expect(tokensInMetadata({ vouch: token("a") })).toEqual([token("a")]);
    expect(tokensInMetadata({ vouch_tokens: `${token("b")},${token("a")}` })).toEqual([token("b"), token("a")]);
    expect(tokensInMetadata({ vouch_tokens_10: "t10", vouch_tokens_2: "t2", vouch_tokens: "t1", order: "17" })).toEqual(["t1", "t2", "t10"]);
  });

  it("is not fooled by other metadata", () => {
    expect(tokensInMetadata({ vouchsafe: token("a"), vouch_program: "friends", vouch_tokens_x: "t" })).toEqual([]);
    expect(tokensInMetadata({ vouch: "a".repeat(201) })).toEqual([]);
    expect(tokensInMetadata({ vouch: "\u0000<script>" })).toEqual(["script"]);
  });

  it("leaves the shop's own reference alone", () => {
    expect(tokensInReference("cart_1234567890")).toEqual([]);
    expect(tokensInReference("4c9cd9ed-1b1d-4a5b-9d0b-6b7a3a8ff0a1")).toEqual([]);
    expect(tokensInReference(null)).toEqual([]);
    expect(tokensInReference(token("a"))).toEqual([token("a")]);
    expect(tokensInReference(`${token("a")} ${token("b")}`)).toEqual([]);
    expect(tokensInReference("tkl_cart-17")).toEqual([]);
    expect(tokensInReference(`tkl_${"a".repeat(43)}`)).toEqual([`tkl_${"a".repeat(43)}`]);
  });

  it("joins everything once, codes folded, at most ten tokens", () => {
    const many = Array.from({ length: 14 }, (_, i) => `t${i}`);
    const joined = joinHandOver([
      { clickTokens: many }, { clickTokens: ["t3"], codes: ["anna-10", "ANNA 10", "💡"] },
      handOverIn({ vouch_program: "friends" }), handOverIn({ vouch_program: "other" }),
    ]);
    expect(joined).toEqual({ clickTokens: many.slice(0, 10), codes: ["ANNA-10"], programHint: "friends" });
    expect(joinHandOver([handOverIn({ vouch_program: "../x" })]).programHint).toBeNull();
  });
});
