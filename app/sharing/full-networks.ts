import { BoundedMap } from "~/platform/bounded-map";
import type { Click, FullNetwork } from "./click";

/**
 * The networks that reached the limit of A20 a moment ago, so that a flood from one of them does not even reach the
 * database. What other processes write can only add to it, so that this cannot become wrong before its time is over.
 */
export class FullNetworks {
  readonly #times = new BoundedMap<string, FullNetwork>(10_000);

  note(full: FullNetwork): void {
    this.#times.set(full.network, full);
  }

  /** Whether nothing is written of this click. A clock that was set back knows nothing of what it has yet to live. */
  has({ networkHash, occurredAt }: Pick<Click, "networkHash" | "occurredAt">): boolean {
    const times = networkHash === null ? undefined : this.#times.get(networkHash);
    if (!times || !networkHash) return false;
    if (times.from <= occurredAt && occurredAt < times.until) return true;
    this.#times.delete(networkHash);
    return false;
  }
}
