import { NavLink, useLocation } from "@remix-run/react";
import type { MessageKey } from "../messages/shape";
import { Icon, type IconName } from "../components/Icon";
import { useT } from "../i18n";
import { wordArea } from "../word-area";

export interface NavItem {
  to: string;
  label: MessageKey;
  icon: IconName;
  /** Only this address itself is "here", not what lies below it. */
  end?: boolean;
  /** How many things wait there; a thousand and more are told as "999+". */
  count?: number;
}

const MOST_TOLD = 999;

const SHAPES = {
  /** Along the foot of a phone: icon over word. */
  bar: {
    list: "grid auto-cols-fr grid-flow-col",
    link: "flex min-h-14 flex-col items-center justify-center gap-0.5 text-sm",
    here: "text-accent font-semibold shadow-[inset_0_2px_0_var(--accent)]",
  },
  /** Along the top of a wide screen. */
  row: {
    list: "flex flex-wrap gap-1",
    link: "target flex items-center gap-2 rounded-lg px-3 hover:bg-sunken",
    here: "font-semibold text-accent underline decoration-2 underline-offset-8",
  },
  /** Down the side of the desk. */
  column: {
    list: "flex flex-col gap-0.5",
    link: "target flex items-center gap-2.5 rounded-lg px-3 py-2 hover:bg-sunken",
    here: "bg-sunken font-semibold text-accent shadow-[inset_3px_0_0_var(--accent)]",
  },
};

interface NavListProps {
  items: NavItem[];
  shape: keyof typeof SHAPES;
}

/** Links of a menu; the current page is marked for eyes and for screen readers. */
export function NavList({ items, shape }: NavListProps) {
  const t = useT();
  const { list, link, here } = SHAPES[shape];
  const { pathname } = useLocation();
  return (
    <ul className={list}>
      {items.map(({ to, label, icon, end, count }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={end}
            // Where other words are spoken they come with a document.
            reloadDocument={wordArea(to) !== wordArea(pathname)}
            className={({ isActive }) => `${link} ${isActive ? here : "text-ink"}`}
          >
            <Icon name={icon} />
            {t(label)}
            {/* The space parts word and number for those who hear the page. */}
            {count ? <> <span className="money ml-auto rounded-full bg-sunken px-2 text-sm">{count > MOST_TOLD ? `${MOST_TOLD}+` : count}</span></> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
