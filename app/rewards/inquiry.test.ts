import { expect, it } from "vitest";
import { dutchOfficeCalendar } from "~/programs/dutch-calendar";
import { hourAfterInquiry, hoursOfInquiry, INQUIRY_TOPICS, topicsFor } from "./inquiry";

const calendar = dutchOfficeCalendar(new Date("2026-11-01T00:00:00Z"));
const at = (time: string) => new Date(time);
const found = (rule: string, outcome: "note" | "flag" | "hold") => ({ rule, version: 1, outcome, compared: {} });

it("offers first what fits the findings that doubt, and always every question", () => {
  expect(topicsFor([found("R15", "hold"), found("R7", "note"), found("R5", "flag")]).slice(0, 2)).toEqual(["sharing", "together"]);
  expect(topicsFor([])).toEqual([...INQUIRY_TOPICS]);
  expect(topicsFor([found("R2", "hold"), found("R14", "flag")])).toEqual(["acquaintance", "account", "sharing", "together"]);
});

it("promises a decision two business days after the last moment of an answer, and never sooner than was promised (W21)", () => {
  // Monday; the answer may come until the next Monday.
  const now = at("2026-11-02T12:00:00Z");
  expect(hoursOfInquiry(calendar, at("2026-11-03T16:00:00Z"), now)).toEqual({ answerUntil: at("2026-11-09T12:00:00Z"), decideBy: at("2026-11-11T16:00:00Z") });
  expect(hoursOfInquiry(calendar, at("2026-12-01T16:00:00Z"), now).decideBy).toEqual(at("2026-12-01T16:00:00Z"));
});

it("brings the hour near once an answer came or none did, never later than it was", () => {
  const of = (end: "answered" | "unanswered", decideBy: string) => hourAfterInquiry(calendar, { decideBy: at(decideBy), end, now: at("2026-11-06T12:00:00Z") });
  expect(of("answered", "2026-12-01T16:00:00Z")).toEqual(at("2026-11-10T16:00:00Z"));
  expect(of("unanswered", "2026-12-01T16:00:00Z")).toEqual(at("2026-11-09T16:00:00Z"));
  expect(of("answered", "2026-11-09T16:00:00Z")).toEqual(at("2026-11-09T16:00:00Z"));
});
