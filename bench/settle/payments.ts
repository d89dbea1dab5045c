import type { Call } from "../parts/load";

/** What is another one in every payment. */
export interface PaidAtStripe {
  /** Ours, and Stripe's own name of the event. */
  inboxEventId: string;
  eventId: string;
  customerId: string;
  paymentId: string;
  clickId: string;
}

/** Hands over one payment after the other. */
export class Payments {
  /** Those that were handed over. */
  readonly told: PaidAtStripe[] = [];

  constructor(private readonly all: readonly PaidAtStripe[]) {}

  next(): Call {
    const payment = this.all[this.told.length];
    if (!payment) throw new Error("more payments than champions: this machine is faster than the bench expects");
    this.told.push(payment);
    return { path: "/", headers: { "Content-Type": "application/json" }, body: JSON.stringify(payment) };
  }
}
