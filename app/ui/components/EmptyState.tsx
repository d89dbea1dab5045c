import type { ReactNode } from "react";

interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

/** What stands where nothing is yet: what will come here, and how. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-lg border border-dashed border-edge px-5 py-8">
      <p className="font-serif text-lg">{title}</p>
      {children ? <div className="measure text-muted">{children}</div> : null}
      {action}
    </div>
  );
}
