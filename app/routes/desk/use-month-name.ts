import { useLocale } from "~/ui/i18n";
import { intlTag } from "~/ui/translate";

/** "November 2026" for `2026-11`. */
export function useMonthName(): (month: string) => string {
  const name = new Intl.DateTimeFormat(intlTag(useLocale()), { month: "long", year: "numeric", timeZone: "UTC" });
  return (month) => name.format(new Date(`${month}-15T12:00:00Z`));
}
