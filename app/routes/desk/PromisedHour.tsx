import { standingOf } from "~/rewards/promise";
import { DateTime } from "~/ui/components/DateTime";
import { useT } from "~/ui/i18n";

const LOOKS = { late: "font-semibold text-lost", soon: "font-semibold text-gold", in_time: "" };

/** By when something was promised, and whether that is within a day or over. */
export function PromisedHour({ at, now }: { at: Date; now: Date }) {
  const t = useT();
  const standing = standingOf(at, now);
  return (
    <span className={LOOKS[standing]}>
      <DateTime at={at} />
      {standing === "late" ? ` · ${t("desk.queue.late")}` : null}
      {standing === "soon" ? ` · ${t("promises.soon")}` : null}
    </span>
  );
}
