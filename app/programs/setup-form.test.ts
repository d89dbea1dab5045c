import { describe, expect, test } from "vitest";
import { dutchOfficeCalendar } from "./dutch-calendar";
import { calendarFormValues, readSetupForm, type SetupForm } from "./setup-form";

const office = dutchOfficeCalendar(new Date("2026-06-01T00:00:00Z"));
const form = (change: Partial<SetupForm> = {}): SetupForm => ({
  joinPolicy: "open",
  ...calendarFormValues(office),
  ...change,
});

describe("opening hours in a form", () => {
  test("come back as they were", () => {
    expect(calendarFormValues(office)).toMatchObject({
      mon: "09:00-17:00",
      sat: "",
      zone: "Europe/Amsterdam",
    });
    expect(readSetupForm(form())).toEqual({ calendar: office });
  });

  test("may be typed loosely, with a break, a dash of any kind and one digit", () => {
    const read = readSetupForm(
      form({ sat: " 9:00 – 12:30,13:00-17:00 ", holidays: "2027-01-01, 2026-12-25\n2027-01-01" }),
    );
    expect(read).toMatchObject({
      calendar: {
        days: {
          sat: [
            ["09:00", "12:30"],
            ["13:00", "17:00"],
          ],
        },
        holidays: ["2026-12-25", "2027-01-01"],
      },
    });
  });

  test.each([
    [{ mon: "nine to five" }, { mon: "settings.issue.timeOfDay" }],
    [{ tue: "17:00-09:00" }, { tue: "settings.issue.hoursInOrder" }],
    [{ wed: "09:00" }, { wed: "settings.issue.timeOfDay" }],
    [{ zone: "Mars/Base" }, { zone: "settings.issue.unknownZone" }],
    [{ holidays: "25-12-2026" }, { holidays: "settings.issue.notADate" }],
    [{ mon: "", tue: "", wed: "", thu: "", fri: "" }, { mon: "settings.issue.neverOpen" }],
  ])("%j is told at its field", (change, problems) =>
    expect(readSetupForm(form(change))).toEqual({ problems }),
  );
});
