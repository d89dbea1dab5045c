import type { ReactNode } from "react";

interface PageTitleProps {
  children: ReactNode;
  /** One or two sentences under it. */
  lead?: ReactNode;
  /** Sits opposite: one button or link. */
  aside?: ReactNode;
  /** Where this page hangs: a `<BackLink>`. */
  back?: ReactNode;
}

/** The one h1 of a page. */
export function PageTitle({ children, lead, aside, back }: PageTitleProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-2">
        {back}
        <h1 className="text-xl wrap-anywhere sm:text-2xl">{children}</h1>
        {lead !== undefined ? <p className="measure wrap-anywhere text-muted">{lead}</p> : null}
      </div>
      {aside}
    </header>
  );
}
