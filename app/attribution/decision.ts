import type { TraceStep } from "./attribution-trace";
import type { Bind, LeadFact, PaymentFact } from "./friend-history";
import type { NotEligibleCode, ReasonCode } from "./reason-codes";

/** A sign-up or a payment: when a friend can be bound, and what can be thanked for. */
export type Moment = ({ kind: "lead" } & LeadFact) | ({ kind: "payment" } & PaymentFact);

export interface AttributionResult {
  /** The friend's bind, made at a lead, at a payment or by hand; null when nobody brought this friend. */
  bind: Bind | null;
  /** One per lead and payment, oldest first. */
  decisions: Decision[];
}

/** Who is thanked for one payment (or gets a sign-up), and why; or nobody, and why not. */
export interface Decision {
  kind: Moment["kind"];
  momentId: string;
  /** The bind it counts for; null when nobody brought it. */
  bind: Bind | null;
  /** Why nobody; null when somebody. */
  reason: ReasonCode | null;
  /** Every touch that was weighed. Neither the winner nor another touch of the same champion has a reason. */
  touches: WeighedOutcome[];
  trace: TraceStep[];
}

export interface WeighedOutcome {
  touchId: string;
  won: boolean;
  reason: NotEligibleCode | null;
}
