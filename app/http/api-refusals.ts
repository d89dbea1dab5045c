import { COMMON_REFUSALS, PAGE_REFUSALS } from "./api-error.server";
import type { DescribedCall } from "./api-endpoint";

/** Every status an endpoint may refuse with, and the reasons it then gives; what no call of it can meet is left out. */
export function refusalsOf({ scope, params, body, refusals = {} }: DescribedCall): Record<number, string[]> {
  const anywhere = scope === null ? PAGE_REFUSALS : COMMON_REFUSALS;
  const common = [401, 403, ...(params ? [404] : []), ...(body ? [400, 413, 415] : []), 422, 429, 500, 503];
  const statuses = [...new Set([...common, ...Object.keys(refusals).map(Number)])].sort((a, b) => a - b);
  const reasons = (status: number) => [...(common.includes(status) ? (anywhere[status] ?? []) : []), ...(refusals[status] ?? [])];
  return Object.fromEntries(statuses.map((status) => [status, [...new Set(reasons(status))]]));
}
