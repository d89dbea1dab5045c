/** What every object of the API has; an object's own interface names the further fields that the code reads. */
export interface StripeObject {
  id: string;
  object: string;
  [field: string]: unknown;
}

export type Metadata = Record<string, string>;

export interface StripeList<T = unknown> {
  object: "list";
  data: T[];
  has_more: boolean;
  url: string;
}

export const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export function listObject<T>(url: string, data: T[] = [], hasMore = false): StripeList<T> {
  return { object: "list", data, has_more: hasMore, url };
}

/** Stripe's rule for metadata: new keys are added, a key given as an empty string goes, null clears all. */
export function mergeMetadata(old: Metadata, change: Metadata | null | undefined): Metadata {
  if (change === undefined) return old;
  if (change === null) return {};
  const merged = { ...old, ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""));
}
