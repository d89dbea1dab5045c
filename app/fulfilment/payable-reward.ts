/** A reward as whoever hands it over looks at it. */
export interface PayableReward {
  id: string;
  championId: string;
  currency: string;
  /** In minor units of the currency. */
  dueMinor: bigint;
  status: string;
}
