import type { ReactNode } from "react";

const WIDTHS = {
  /** A letter: one column that reads well. */
  letter: "max-w-2xl",
  /** Cards beside each other. */
  wide: "max-w-5xl",
  /** The desk: everything the screen has. */
  full: "max-w-none",
};

interface PageProps {
  width?: keyof typeof WIDTHS;
  /** Set small on paper, so that all of it fits one A4. */
  print?: "one-sheet";
  children: ReactNode;
}

/** The column of a page inside its layout. */
export function Page({ width = "letter", print, children }: PageProps) {
  return (
    <div data-print={print} className={`mx-auto flex w-full flex-col gap-6 print:gap-3 ${WIDTHS[width]}`}>
      {children}
    </div>
  );
}
