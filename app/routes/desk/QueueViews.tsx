import { QUEUE_VIEWS, type QueueFilter, type QueueView } from "~/rewards/queue-view";
import { Tabs } from "~/ui/components/Tabs";
import { useT } from "~/ui/i18n";
import { writePlace } from "./queue-place";

interface QueueViewsProps {
  view: QueueView;
  counts: Record<QueueView, number>;
  filter: QueueFilter;
}

/** The drawers with how much of what is looked for lies in each. */
export function QueueViews({ view, counts, filter }: QueueViewsProps) {
  const t = useT();
  const tabs = QUEUE_VIEWS.map((each) => ({
    to: `/desk/queue?${writePlace({ view: each, filter, page: 1 })}`,
    label: t(`desk.queue.view.${each}`),
    here: each === view,
    count: counts[each],
  }));
  return <Tabs label={t("desk.queue.views")} tabs={tabs} />;
}
