import { z } from "zod";
import { WEEKDAYS, type BusinessCalendar, type Weekday } from "./business-calendar";
import { businessCalendarSchema } from "./business-calendar-schema";
import { JOIN_POLICIES } from "./program";

const hours = z.string().trim().max(60).optional();

/** Who may join and when somebody is at work, as typed: hours as `09:00-17:00`, several apart by a comma. */
export const setupFormShape = {
  joinPolicy: z.enum(JOIN_POLICIES),
  zone: z.string().trim().max(60),
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
  /** One date per line. */
  holidays: z.string().max(8_000).optional(),
};

export type SetupForm = z.output<z.ZodObject<typeof setupFormShape>>;

function spansOf(typed: string | undefined): [string, string][] {
  return (typed ?? "")
    .split(",")
    .filter((span) => span.trim() !== "")
    .map((span) => {
      const [from = "", to = ""] = span.split(/[-–]/).map((time) => time.trim().replace(/^(\d):/, "0$1:"));
      return [from, to];
    });
}

/** The calendar somebody typed, or what is wrong: a message key by field name. */
export function readSetupForm(
  form: Partial<SetupForm>,
): { calendar: BusinessCalendar } | { problems: Partial<Record<keyof SetupForm, string>> } {
  const days = WEEKDAYS.map((day) => [day, spansOf(form[day])] as const).filter(
    ([, spans]) => spans.length > 0,
  );
  const holidays = (form.holidays ?? "").split(/[\s,]+/).filter((date) => date !== "");
  const parsed = businessCalendarSchema.safeParse({
    zone: form.zone,
    days: Object.fromEntries(days),
    holidays: [...new Set(holidays)].sort(),
  });
  if (parsed.success) return { calendar: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const [part, day = "mon"] = path;
    const field = part === "days" ? (day as Weekday) : (part as "zone" | "holidays");
    return [field, message.startsWith("settings.") ? message : "settings.issue.timeOfDay"];
  });
  // The first problem of a field is the one that explains it, and the last entry of a name stays.
  return { problems: Object.fromEntries(problems.reverse()) };
}

/** What the fields hold before anybody types: the calendar in force. */
export function calendarFormValues(
  calendar: BusinessCalendar,
): Omit<Record<keyof SetupForm, string>, "joinPolicy"> {
  const days = WEEKDAYS.map((day) => [
    day,
    (calendar.days[day] ?? []).map((span) => span.join("-")).join(", "),
  ]);
  return {
    ...(Object.fromEntries(days) as Record<Weekday, string>),
    zone: calendar.zone,
    holidays: calendar.holidays.join("\n"),
  };
}
