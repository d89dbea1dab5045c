import { describe, expect, it } from "vitest";
import { emailField, firstNameField } from "./identity-schema";

describe("an address as it is typed", () => {
  it.each([" anna@example.com ", "a.b+c@sub.example.co.uk", "o'brien@example.com"])("takes %j", (typed) => {
    expect(emailField.parse(typed)).toBe(typed.trim());
  });

  it.each([
    "anna", "anna@", "@example.com", "anna@example", "anna@exa mple.com", "a@b@example.com", "anna@example.com,eva@example.com",
    "anna@example.com\r\nBcc: eva@example.com", "anna@example.com\0", "Anna <anna@example.com>", `${"a".repeat(250)}@x.nl`,
  ])("refuses %j", (typed) => {
    expect(emailField.safeParse(typed).success).toBe(false);
  });
});

describe("a first name", () => {
  it.each(["Anna", "Zoë", "Jean-Luc", "李", "अनु"])("takes %s", (name) => {
    expect(firstNameField.parse(` ${name} `)).toBe(name);
  });

  it.each(["", "   ", "Anna\nBcc: x", "a\u0000b", "x".repeat(61)])("refuses %j", (name) => {
    expect(firstNameField.safeParse(name).success).toBe(false);
  });
});
