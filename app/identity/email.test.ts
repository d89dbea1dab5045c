import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisedEmail } from "./email";

describe("one mailbox, however it is spelled (R1)", () => {
  it.each([
    ["Anna@Example.COM", "anna@example.com"],
    [" anna@example.com ", "anna@example.com"],
    ["anna+shop@example.com", "anna@example.com"],
    ["anna+a+b@example.com", "anna@example.com"],
    ["an.na@example.com", "an.na@example.com"],
    ["a.n.n.a@gmail.com", "anna@gmail.com"],
    ["A.nna+x@GoogleMail.com", "anna@gmail.com"],
    ["anna@example.com.", "anna@example.com"],
    ["+anna@example.com", "+anna@example.com"],
    ["a@b@example.com", "a@b@example.com"],
    ["no address", "no address"],
  ])("%s -> %s", (typed, normalised) => {
    expect(normalisedEmail(typed)).toBe(normalised);
  });

  it("keeps different people apart", () => {
    expect(normalisedEmail("anna.b@example.com")).not.toBe(normalisedEmail("annab@example.com"));
    expect(normalisedEmail("anna@gmail.com")).not.toBe(normalisedEmail("anna@gmail.co"));
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const once = normalisedEmail(email);
        expect(normalisedEmail(once)).toBe(once);
      }),
    );
  });
});
