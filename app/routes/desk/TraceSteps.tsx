import type { ConversionDetail } from "~/attribution/get-conversion.server";
import { traceGroups, type TraceGroup } from "~/attribution/trace-groups";
import { CheckList } from "~/ui/components/CheckList";
import { useFormat, useT } from "~/ui/i18n";
import { Compared } from "./Compared";
import { RuleNote } from "./RuleNote";
import { useReasonWord } from "./use-reason-word";

/** Everything that was compared to decide whose a sale or sign-up is, touch by touch, each with its rule on a tap (S4). */
export function TraceSteps({ conversion, currency }: { conversion: ConversionDetail; currency: string | null }) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const { trace, touches, champions } = conversion;
  const titleOf = ({ touchId, steps }: TraceGroup) => {
    const touch = touches.find(({ id }) => id === touchId);
    const name = champions[touch?.championId ?? steps[0]?.championId ?? ""]?.name;
    if (!name) return t("conversions.traceOther");
    return touch ? t("conversions.traceOf", { name, when: format.dateTime(touch.touchedAt) }) : name;
  };
  return (
    <div className="flex flex-col gap-5">
      {traceGroups(trace).map((group) => (
        <section key={group.touchId} className="flex flex-col gap-2">
          <h3 className="font-sans text-sm font-semibold">{titleOf(group)}</h3>
          <CheckList
            checks={group.steps.map(({ check, outcome, rule, reason, compared }, i) => ({
              key: `${check} ${i}`,
              outcome: outcome === "pass" ? "yes" : "no",
              text: t(`desk.check.${check}`),
              because: (
                <>
                  {reason ? `${reasonWord(reason)} ` : null}
                  <Compared values={compared} currency={currency} signUp={conversion.signUp !== null} />
                  <RuleNote rule={rule} />
                </>
              ),
            }))}
          />
        </section>
      ))}
    </div>
  );
}
