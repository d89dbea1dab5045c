import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./Icon";

/** The way back to where a page hangs, above its title. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      data-print="none"
      className="inline-flex min-h-11 items-center gap-1.5 self-start rounded-lg font-semibold text-accent hover:underline"
    >
      <Icon name="back" className="size-4" />
      {children}
    </Link>
  );
}
