import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

const TONES = {
  info: { look: "bg-sunken text-ink", icon: "info" },
  done: { look: "bg-calm-ground text-calm", icon: "check" },
  waiting: { look: "bg-gold-ground text-gold", icon: "clock" },
  problem: { look: "bg-lost-ground text-lost", icon: "warning" },
} as const satisfies Record<string, { look: string; icon: IconName }>;

interface NoticeProps {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears after an act on the page. */
  live?: boolean;
}

/** One thing worth knowing, with an icon and words. */
export function Notice({ tone = "info", title, children, live = false }: NoticeProps) {
  const { look, icon } = TONES[tone];
  return (
    <div role={live ? "status" : undefined} className={`flex items-start gap-3 rounded-lg px-4 py-3 ${look}`}>
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="measure flex flex-col gap-1">
        {title !== undefined ? <p className="font-semibold">{title}</p> : null}
        {children !== undefined ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
