import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { acceptedStep, newTotpSecret, totpSetUp } from "./totp.server";

const sealed = newTotpSecret();
const { secret, uri } = totpSetUp(sealed, "anna@example.test");
const app = new TOTP({ secret: Secret.fromBase32(secret) });
const now = new Date("2026-11-02T09:00:10Z");
const codeAt = (seconds: number) => app.generate({ timestamp: now.getTime() + seconds * 1000 });
const step = BigInt(Math.floor(now.getTime() / 30_000));

describe("an authenticator's code", () => {
  it.each([
    ["of now", 0, step],
    ["of the step before", -30, step - 1n],
    ["of the step after", 30, step + 1n],
    ["two steps old", -60, null],
    ["two steps early", 60, null],
  ])("%s", (_title, seconds, expected) => {
    expect(acceptedStep(sealed, codeAt(seconds), null, now)).toBe(expected);
  });

  it("works once, and an older one not after it", () => {
    expect(acceptedStep(sealed, codeAt(0), step, now)).toBeNull();
    expect(acceptedStep(sealed, codeAt(-30), step, now)).toBeNull();
    expect(acceptedStep(sealed, codeAt(30), step, now)).toBe(step + 1n);
  });

  it("may hold a space, but no other shape", () => {
    const code = codeAt(0);
    expect(acceptedStep(sealed, `${code.slice(0, 3)} ${code.slice(3)}`, null, now)).toBe(step);
    for (const odd of ["", "12345", "1234567", "abcdef"]) expect(acceptedStep(sealed, odd, null, now)).toBeNull();
  });

  it("is set up under our name, and the table holds no readable secret", () => {
    expect(uri).toContain("otpauth://totp/Vouch%20(localhost):anna%40example.test");
    expect(Buffer.from(sealed).toString("latin1")).not.toContain(secret);
    expect(totpSetUp(newTotpSecret(), "a").secret).not.toBe(secret);
  });
});
