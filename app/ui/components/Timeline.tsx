import type { ReactNode } from "react";
import { DateTime } from "./DateTime";
import { Icon, type IconName } from "./Icon";
import type { StatusTone } from "./StatusPill";

export interface TimelineEvent {
  key: string;
  at: Date;
  title: ReactNode;
  detail?: ReactNode;
  tone?: StatusTone;
}

const MARKS: Record<StatusTone, { look: string; icon: IconName }> = {
  neutral: { look: "bg-sunken text-ink", icon: "arrow" },
  waiting: { look: "bg-gold-ground text-gold", icon: "clock" },
  done: { look: "bg-calm-ground text-calm", icon: "check" },
  refused: { look: "bg-lost-ground text-lost", icon: "cross" },
};

interface TimelineProps {
  label: string;
  events: TimelineEvent[];
  zone?: string;
}

/** What happened, in order, each with its moment. */
export function Timeline({ label, events, zone }: TimelineProps) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {events.map(({ key, at, title, detail, tone = "neutral" }) => (
        <li key={key} className="group relative flex gap-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-7 bottom-0 left-3.5 w-px bg-hairline group-last:hidden"
          />
          <span className={`grid size-7 shrink-0 place-items-center rounded-full ${MARKS[tone].look}`}>
            <Icon name={MARKS[tone].icon} className="size-4" />
          </span>
          <div className="flex min-w-0 flex-col gap-0.5">
            <p className="font-semibold">{title}</p>
            <p className="text-sm text-muted">
              <DateTime at={at} zone={zone} />
            </p>
            {detail !== undefined ? <div className="measure">{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
