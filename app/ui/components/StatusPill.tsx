import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

const TONES = {
  neutral: { look: "bg-sunken text-ink", icon: "info" },
  waiting: { look: "bg-gold-ground text-gold", icon: "clock" },
  done: { look: "bg-calm-ground text-calm", icon: "check" },
  refused: { look: "bg-lost-ground text-lost", icon: "cross" },
} as const satisfies Record<string, { look: string; icon: IconName }>;

export type StatusTone = keyof typeof TONES;

interface StatusPillProps {
  tone: StatusTone;
  icon?: IconName;
  /** The word: a colour alone says nothing. */
  children: ReactNode;
}

export function StatusPill({ tone, icon, children }: StatusPillProps) {
  const { look, icon: usual } = TONES[tone];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap ${look}`}
    >
      <Icon name={icon ?? usual} className="size-4" />
      {children}
    </span>
  );
}
