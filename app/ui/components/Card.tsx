import type { ReactNode } from "react";

interface CardProps {
  title?: ReactNode;
  /** Sits opposite the title: one link or small button. */
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A sheet of paper on the page; with a title it is a section of its own. */
export function Card({ title, aside, children, id }: CardProps) {
  return (
    <section
      id={id}
      className="flex flex-col gap-4 rounded-lg border border-hairline bg-surface p-5 shadow-soft sm:p-6"
    >
      {title !== undefined ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 text-lg wrap-anywhere">{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
