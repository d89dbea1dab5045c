import { pageNumber } from "~/http/page-number";
import { isQueueView, readQueueFilter, writeQueueFilter, type QueueFilter, type QueueView } from "~/rewards/queue-view";

/** Where in the drawers somebody stands: a decision leads back to it. */
export interface QueuePlace {
  view: QueueView;
  filter: QueueFilter;
  page: number;
}

/** Reads it from an address; what makes no sense is the first page of what waits. */
export function readPlace(search: URLSearchParams): QueuePlace {
  const view = search.get("view");
  return { view: isQueueView(view) ? view : "waiting", filter: readQueueFilter(search), page: pageNumber(search) };
}

/** As it stands in an address, without the question mark. */
export function writePlace({ view, filter, page }: QueuePlace): string {
  return new URLSearchParams({ view, ...writeQueueFilter(filter), ...(page > 1 && { page: String(page) }) }).toString();
}

/** The same as a form or another page hands it on, brought into that shape again. */
export function passOnPlace(text: string | null | undefined): string {
  return writePlace(readPlace(new URLSearchParams(text ?? "")));
}
