import { describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { readClickToken, signClickToken } from "./click-token.server";
import { presentToken } from "./present-token.server";

const at = new Date("2026-11-02T09:00:00Z");
const link = { id: newId("lnk"), programId: newId("prg") };
const given = signClickToken({ linkId: link.id, clickId: newId("clk"), programId: link.programId, at });
const daysLater = (days: number, ms = 0) => new Date(at.getTime() + days * 86_400_000 + ms);
const present = (over: Partial<Parameters<typeof presentToken>[0]>) =>
  presentToken({ given, link, memoryDays: 30, now: at, ...over }).token;

describe("presentToken", () => {
  it("goes on with the token given, up to the end of the click memory (A3)", () => {
    expect(present({})).toBe(given);
    expect(present({ now: daysLater(30, -1) })).toBe(given);
    expect(present({ now: daysLater(30) })).not.toBe(given);
  });

  it.each([null, "", "nonsense", given.slice(0, -1), `${given}x`])("makes a fresh one instead of %j", (other) => {
    const token = readClickToken(present({ given: other, now: daysLater(1) }));
    expect(token).toMatchObject({ linkId: link.id, programId: link.programId, at: daysLater(1) });
  });

  it("does not lend one link's token to another", () => {
    const other = { ...link, id: newId("lnk") };
    expect(readClickToken(present({ link: other }))).toMatchObject({ linkId: other.id });
  });
});
