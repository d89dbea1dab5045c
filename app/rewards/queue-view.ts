/** The drawers of the desk, each a place every reward can be found in. */
export const QUEUE_VIEWS = ["waiting", "hold", "approved", "fulfilled", "refused", "reversed"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export function isQueueView(text: unknown): text is QueueView {
  return QUEUE_VIEWS.some((view) => view === text);
}
