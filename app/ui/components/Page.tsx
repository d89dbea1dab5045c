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
  children: ReactNode;
}

/** The column of a page inside its layout. */
export function Page({ width = "letter", children }: PageProps) {
  return <div className={`mx-auto flex w-full flex-col gap-6 ${WIDTHS[width]}`}>{children}</div>;
}
