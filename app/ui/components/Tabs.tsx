import { Link } from "@remix-run/react";
import { useFormat } from "../i18n";

interface TabsProps {
  label: string;
  tabs: { to: string; label: string; here: boolean; count?: number }[];
}

/** Drawers of one list, each a page of its own, with how much lies in it. */
export function Tabs({ label, tabs }: TabsProps) {
  const format = useFormat();
  return (
    <nav aria-label={label} className="max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      <ul className="flex gap-1 border-b border-hairline sm:flex-wrap">
        {tabs.map(({ to, label: name, here, count }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={here ? "page" : undefined}
              className="target flex items-center gap-2 rounded-t-lg px-2.5 whitespace-nowrap hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:shadow-[inset_0_-3px_0_var(--accent)]"
            >
              {name}
              {count === undefined ? null : (
                <span className="money rounded-full bg-sunken px-2 text-sm text-ink">{format.number(count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
