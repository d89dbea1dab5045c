/** Where a delivery can be. */
export const DELIVERY_STATUSES = ["waiting", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Reads the filter of an address; what is no status is everything. */
export function readDeliveryStatus(text: string | null): DeliveryStatus | null {
  return DELIVERY_STATUSES.find((status) => status === text) ?? null;
}
