import { Link } from "@remix-run/react";
import { QUEUE_VIEWS, type QueueView } from "~/rewards/queue-view";
import { useFormat, useT } from "~/ui/i18n";

/** The drawers with how much lies in each. */
export function QueueViews({ view, counts }: { view: QueueView; counts: Record<QueueView, number> }) {
  const t = useT();
  const format = useFormat();
  return (
    <nav aria-label={t("desk.queue.views")} className="-mx-4 overflow-x-auto px-4">
      <ul className="flex gap-1 border-b border-hairline">
        {QUEUE_VIEWS.map((each) => (
          <li key={each}>
            <Link
              to={`/desk/queue?view=${each}`}
              aria-current={each === view ? "page" : undefined}
              className="target flex items-center gap-2 rounded-t-lg px-3 whitespace-nowrap hover:bg-sunken aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:shadow-[inset_0_-3px_0_var(--accent)]"
            >
              {t(`desk.queue.view.${each}`)}
              <span className="money rounded-full bg-sunken px-2 text-sm text-ink">
                {format.number(counts[each])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
