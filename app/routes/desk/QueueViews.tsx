import { QUEUE_VIEWS, writeQueueFilter, type QueueFilter, type QueueView } from "~/rewards/queue-view";
import { Tabs } from "~/ui/components/Tabs";
import { useT } from "~/ui/i18n";

interface QueueViewsProps {
  view: QueueView;
  counts: Record<QueueView, number>;
  filter: QueueFilter;
}

/** The drawers with how much of what is looked for lies in each. */
export function QueueViews({ view, counts, filter }: QueueViewsProps) {
  const t = useT();
  const tabs = QUEUE_VIEWS.map((each) => ({
    to: `/desk/queue?${new URLSearchParams({ view: each, ...writeQueueFilter(filter) }).toString()}`,
    label: t(`desk.queue.view.${each}`),
    here: each === view,
    count: counts[each],
  }));
  return <Tabs label={t("desk.queue.views")} tabs={tabs} />;
}
