import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Icon, type IconName } from "./Icon";

export interface Check {
  key: string;
  outcome: "yes" | "no" | "waiting";
  text: ReactNode;
  /** Why not, or until when. */
  because?: ReactNode;
}

const MARKS: Record<Check["outcome"], { look: string; icon: IconName }> = {
  yes: { look: "text-calm", icon: "check" },
  no: { look: "text-lost", icon: "cross" },
  waiting: { look: "text-gold", icon: "clock" },
};

/** What was looked at, in order, each with a plain yes or no. */
export function CheckList({ checks }: { checks: Check[] }) {
  const t = useT();
  return (
    <ol className="flex flex-col gap-2">
      {checks.map(({ key, outcome, text, because }) => (
        <li key={key} className="flex items-start gap-2.5">
          <Icon name={MARKS[outcome].icon} className={`mt-0.5 size-5 ${MARKS[outcome].look}`} />
          <span className="measure">
            <span className="sr-only">{t(`common.check.${outcome}`)}: </span>
            {text}
            {because !== undefined ? <span className="block text-muted">{because}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
