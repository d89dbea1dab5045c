import { describe, expect, it } from "vitest";
import { readLocalDay } from "./local-day";

describe("a day in an address", () => {
  it.each(["2026-11-24", "2024-02-29", "1999-12-31"])("is read: %s", (text) => expect(readLocalDay(text)).toBe(text));

  it.each([null, "", "today", "2026-02-31", "2026-13-01", "2026-2-1", "0000-01-01", "9999-01-01", "2026-11-24T00:00", " 2026-11-24"])(
    "is none: %s",
    (text) => expect(readLocalDay(text)).toBeNull(),
  );
});
