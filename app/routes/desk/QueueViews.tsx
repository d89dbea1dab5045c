import { Link } from "@remix-run/react";
import { QUEUE_VIEWS, type QueueView } from "~/rewards/queue-view";
import { useFormat, useT } from "~/ui/i18n";

/** The drawers with how much lies in each. */
export function QueueViews({ view, counts }: { view: QueueView; counts: Record<QueueView, number> }) {
  const t = useT();
  const format = useFormat();
  return (
    <nav aria-label={t("desk.queue.views")} className="max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      <ul className="flex gap-1 border-b sm:flex-wrap border-hairline">
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
