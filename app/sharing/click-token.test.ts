import { createHmac } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { keyFor } from "~/platform/secrets.server";
import { readClickToken, signClickToken } from "./click-token.server";

const click = () => ({
  linkId: newId("lnk"),
  clickId: newId("clk"),
  programId: newId("prg"),
  at: new Date("2026-11-02T09:00:00.123Z"),
});

const INVALID = { error: "token_invalid" };

describe("click token (A9)", () => {
  it("carries link, click, program and time, in 200 plain characters", () => {
    const facts = click();
    const token = signClickToken(facts);
    expect(token).toMatch(/^[A-Za-z0-9_-]{50,200}$/);
    expect(readClickToken(token)).toEqual(facts);
  });

  it("is refused with any single bit flipped", () => {
    const bytes = Buffer.from(signClickToken(click()), "latin1");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readClickToken(altered.toString("latin1")), `bit ${bit}`).toEqual(INVALID);
    }
  });

  it("is refused when shortened, lengthened or replaced by anything else", () => {
    const token = signClickToken(click());
    for (const other of ["", token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, `${token}\n`, token.toLowerCase()]) {
      expect(readClickToken(other), other).toEqual(INVALID);
    }
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => "error" in readClickToken(text)));
  });

  it("is refused when the same key signed it for another purpose", () => {
    const token = signClickToken(click());
    const signed = token.slice(0, -43).replace("click-", "invitation-");
    const signature = createHmac("sha256", keyFor("click-token")).update(signed).digest("base64url");
    expect(readClickToken(signed + signature)).toEqual(INVALID);
  });
});

describe("a retired signing key (A10)", () => {
  const original = { ...env() };
  afterEach(() => Object.assign(env(), original));

  it("still verifies while it is configured, and no longer after", () => {
    const facts = click();
    const token = signClickToken(facts);
    Object.assign(env(), { APP_SECRET: "another-secret-another-secret-another-secret!", APP_SECRET_PREVIOUS: original.APP_SECRET });
    expect(readClickToken(token)).toEqual(facts);
    expect(signClickToken(facts).slice(0, 4)).not.toBe(token.slice(0, 4));
    Object.assign(env(), { APP_SECRET_PREVIOUS: undefined });
    expect(readClickToken(token)).toEqual(INVALID);
  });
});
