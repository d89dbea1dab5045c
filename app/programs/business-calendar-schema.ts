import { z } from "zod";
import { isZone, WEEKDAYS, type BusinessCalendar } from "./business-calendar";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "settings.issue.timeOfDay");
const openHours = z
  .array(z.tuple([timeOfDay, timeOfDay]))
  .max(4)
  // Times of day in this notation compare as text.
  .refine(
    (spans) => spans.every(([from, to], i) => from < to && (spans[i - 1]?.[1] ?? "") <= from),
    "settings.issue.hoursInOrder",
  );
const isoDate = z.string().refine((text) => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}, "settings.issue.notADate");

export const businessCalendarSchema: z.ZodType<BusinessCalendar> = z
  .strictObject({
    zone: z.string().refine(isZone, "settings.issue.unknownZone"),
    days: z.partialRecord(z.enum(WEEKDAYS), openHours),
    holidays: z.array(isoDate).max(500),
  })
  .refine((calendar) => Object.values(calendar.days).some((spans) => spans.length > 0), {
    path: ["days"],
    message: "settings.issue.neverOpen",
  });
