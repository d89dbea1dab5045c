import { useFormat } from "../i18n";

interface DateTimeProps {
  at: Date;
  /** Without it the zone of the page: the program's. */
  zone?: string;
  /** `moment` "Tue 24 Nov 17:00", `day` "Tue 24 Nov 2026", `full` with year and zone. */
  show?: "moment" | "day" | "full";
}

/** A date as words; the exact moment with year and zone is in its title. */
export function DateTime({ at, zone, show = "moment" }: DateTimeProps) {
  const format = useFormat();
  const text = { moment: format.dateTime, day: format.date, full: format.fullDateTime }[show](at, zone);
  return (
    <time dateTime={at.toISOString()} title={format.fullDateTime(at, zone)} className="whitespace-nowrap">
      {text}
    </time>
  );
}
