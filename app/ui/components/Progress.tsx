import { useId, type ReactNode } from "react";
import { useFormat } from "../i18n";

interface ProgressProps {
  label: ReactNode;
  done: number;
  total: number;
}

/** Long work: how much of it is done, in figures too. */
export function Progress({ label, done, total }: ProgressProps) {
  const format = useFormat();
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <span className="money text-muted">
          {format.number(done)} / {format.number(total)}
        </span>
      </div>
      <progress id={id} value={done} max={Math.max(total, 1)} className="progress" />
    </div>
  );
}
