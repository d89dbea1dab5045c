import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { signClickToken } from "./click-token.server";
import { forgetTokenLists } from "./forget-token-lists.server";
import { presentTokens } from "./present-tokens.server";
import { tokensBehind } from "./tokens-behind.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const aToken = () => signClickToken({ linkId: newId("lnk"), clickId: newId("clk"), programId: newId("prg"), at: test.clock.now() });
const behind = (clickId: string) => test.db.transaction("behind", (tx) => tokensBehind(tx, clickId));

describe("tokens under one name (A5)", () => {
  it("come back in their order, without what is not ours and without repeats", async () => {
    const [first, second] = [aToken(), aToken()];
    const kept = await presentTokens([first, "x".repeat(100), second, first], test);
    expect(await behind(kept?.reference ?? "")).toEqual([first, second]);
  });

  it("a token by itself, nothing, and a name nobody gave stand for themselves", async () => {
    const token = aToken();
    const unknown = `tkl_${"a".repeat(43)}`;
    expect([await behind(token), await behind(""), await behind(unknown)]).toEqual([[token], [], [unknown]]);
  });

  it("twenty times at once: one list, one name", async () => {
    const tokens = [aToken()];
    const named = await Promise.all(Array.from({ length: 20 }, () => presentTokens(tokens, test)));
    expect(new Set(named.map((each) => each?.reference)).size).toBe(1);
  });

  it("are forgotten when they are too old to bind anybody (L8)", async () => {
    const kept = await presentTokens([aToken()], test);
    test.clock.set(kept?.keptUntil ?? "");
    expect(await behind(kept?.reference ?? "")).toHaveLength(1);
    await forgetTokenLists(test);
    expect(await behind(kept?.reference ?? "")).toHaveLength(1);
    test.clock.advance({ seconds: 1 });
    expect(await forgetTokenLists(test)).toBeGreaterThan(0);
    expect(await behind(kept?.reference ?? "")).toEqual([kept?.reference]);
  });
});
