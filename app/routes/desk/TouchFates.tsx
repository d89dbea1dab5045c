import { Link } from "@remix-run/react";
import type { ConversionDetail } from "~/attribution/get-conversion.server";
import { DateTime } from "~/ui/components/DateTime";
import { useT } from "~/ui/i18n";
import { useReasonWord } from "./use-reason-word";

type Touch = ConversionDetail["touches"][number];

/** How the friend came: every touch, whose it was, and what became of it. */
export function TouchFates({ conversion }: { conversion: ConversionDetail }) {
  const t = useT();
  const reasonWord = useReasonWord();
  const { touches, champions, championId } = conversion;
  const fate = ({ won, reason, championId: owner }: Touch) =>
    t(won ? "desk.reward.won" : owner === championId && !reason ? "desk.reward.alsoTheirs" : "desk.reward.lostTouch");
  if (touches.length === 0) return <p className="text-muted">{t("conversions.noTouches")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {touches.map((touch) => {
        const { id, kind, touchedAt, linkLabel, reason } = touch;
        const owner = champions[touch.championId];
        return (
          <li key={id}>
            {owner ? (
              <Link to={`/desk/people/${owner.personId}`} className="link font-semibold">
                {owner.name}
              </Link>
            ) : null}
            {" · "}
            <DateTime at={touchedAt} /> · {t(`desk.reward.touch.${kind}`)}
            {linkLabel ? ` · ${t("desk.reward.label", { label: linkLabel })}` : null}
            <span className="block text-muted">
              {fate(touch)}
              {reason ? `: ${reasonWord(reason)}` : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
