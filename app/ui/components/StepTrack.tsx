import { useFormat, useT } from "../i18n";
import { Icon, type IconName } from "./Icon";

const STEPS = ["clicked", "claimed", "bought", "hold", "thanked"] as const;

export type Step = (typeof STEPS)[number];

interface StepTrackProps {
  /** The step it stands at. */
  at: Step;
  /** End of the hold, promised to the hour. */
  holdUntil?: Date;
  zone?: string;
  /** It ended here, without a thank-you. */
  stopped?: boolean;
}

type State = "done" | "current" | "ahead" | "stopped";

const LOOKS: Record<State, { dot: string; text: string; icon: IconName | null }> = {
  done: { dot: "bg-calm text-surface border-calm", text: "text-ink", icon: "check" },
  current: { dot: "bg-gold-ground text-gold border-gold", text: "text-ink font-semibold", icon: "clock" },
  ahead: { dot: "bg-surface text-muted border-edge", text: "text-muted", icon: null },
  stopped: { dot: "bg-lost-ground text-lost border-lost", text: "text-ink font-semibold", icon: "cross" },
};

/** How far one recommendation is: five steps, each with a mark and a word; a phone shows the word of the reached one. */
export function StepTrack({ at, holdUntil, zone, stopped = false }: StepTrackProps) {
  const t = useT();
  const format = useFormat();
  const reached = STEPS.indexOf(at);
  const stateOf = (i: number): State => {
    if (i < reached) return "done";
    if (i > reached) return "ahead";
    if (stopped) return "stopped";
    return at === "hold" ? "current" : "done";
  };
  const promise =
    at === "hold" && holdUntil && !stopped
      ? t("common.steps.holdUntil", { until: format.dateTime(holdUntil, zone) })
      : null;
  return (
    <div className="flex flex-col gap-2">
      <ol aria-label={t("common.steps.label")} className="grid grid-cols-5">
        {STEPS.map((step, i) => {
          const state = stateOf(i);
          const { dot, text, icon } = LOOKS[state];
          return (
            <li
              key={step}
              aria-current={i === reached ? "step" : undefined}
              className="flex flex-col items-center gap-1.5"
            >
              <span className="flex w-full items-center" aria-hidden="true">
                <span className={`h-0.5 flex-1 ${i === 0 ? "" : i <= reached ? "bg-calm" : "bg-hairline"}`} />
                <span className={`grid size-6 place-items-center rounded-full border-2 ${dot}`}>
                  {icon ? <Icon name={icon} className="size-3.5" /> : null}
                </span>
                <span className={`h-0.5 flex-1 ${i === 4 ? "" : i < reached ? "bg-calm" : "bg-hairline"}`} />
              </span>
              <span
                className={`text-center text-sm leading-tight ${text} ${i === reached ? "whitespace-nowrap" : "px-0.5 max-sm:sr-only"}`}
              >
                {t(`common.steps.${step}`)}
                <span className="sr-only"> ({t(`common.steps.${state}`)})</span>
              </span>
            </li>
          );
        })}
      </ol>
      {promise ? (
        <p className="flex items-center gap-1.5 text-sm font-semibold text-gold">
          <Icon name="clock" className="size-4" />
          {promise}
        </p>
      ) : null}
    </div>
  );
}
