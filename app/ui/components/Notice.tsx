import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

const TONES = {
  info: { ground: "bg-sunken", mark: "text-ink", icon: "info" },
  done: { ground: "bg-calm-ground", mark: "text-calm", icon: "check" },
  waiting: { ground: "bg-gold-ground", mark: "text-gold", icon: "clock" },
  problem: { ground: "bg-lost-ground", mark: "text-lost", icon: "warning" },
} as const satisfies Record<string, { ground: string; mark: string; icon: IconName }>;

interface NoticeProps {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears after an act on the page. */
  live?: boolean;
}

/** One thing worth knowing: icon and title in the colour of its kind, the words in ink. */
export function Notice({ tone = "info", title, children, live = false }: NoticeProps) {
  const { ground, mark, icon } = TONES[tone];
  return (
    <div role={live ? "status" : undefined} className={`flex items-start gap-3 rounded-lg px-4 py-3 ${ground}`}>
      <Icon name={icon} className={`mt-0.5 size-5 ${mark}`} />
      <div className="measure flex min-w-0 flex-1 flex-col gap-1">
        {title !== undefined ? <p className={`font-semibold ${mark}`}>{title}</p> : null}
        {children !== undefined ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
