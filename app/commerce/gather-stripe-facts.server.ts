import {
  readCreditNote, readCustomer, readDispute, readRefund, readRefundsOfCharge, readSubscription,
} from "~/platform/gateways/stripe-facts.server";
import { stripeClient, type StripeClient } from "~/platform/gateways/stripe.server";
import { customerOf, gatherPayment } from "./gather-payment.server";
import { subjectOf } from "./stripe-events";
import {
  NO_FACTS, readCreditNoteTold, readCustomerTold, readDisputeTold, readRefundTold, readSubscriptionTold, readWarningTold, type StripeFacts,
} from "./stripe-facts";
import { chargeShape, creditNoteShape, customerShape, disputeShape, fraudWarningShape, refundShape, subscriptionShape } from "./stripe-shapes";

/**
 * What an event teaches, read afresh from Stripe: the event only says which object changed, so that its order, age
 * and API version do not matter. The object in the event stands in where Stripe no longer knows it. Network; never
 * inside a transaction.
 * @throws StripeCallError when Stripe cannot be asked, ZodError when an object has not the shape we know
 */
export async function gatherStripeFacts(
  event: { type: string; object: Record<string, unknown> },
  stripe: StripeClient = stripeClient(),
): Promise<StripeFacts> {
  const subject = subjectOf(event.type, event.object);
  if (!subject) return NO_FACTS;
  const sent = event.object;
  switch (subject.about) {
    case "customer":
      return { ...NO_FACTS, customer: readCustomerTold(customerShape.parse((await readCustomer(subject.id, stripe)) ?? sent)) };
    case "subscription": {
      const present = subscriptionShape.parse((await readSubscription(subject.id, stripe)) ?? sent);
      return { ...NO_FACTS, subscription: readSubscriptionTold(present), customer: await customerOf(present.customer, stripe) };
    }
    case "refund":
      return { ...NO_FACTS, refunds: told(readRefundTold(refundShape.parse((await readRefund(subject.id, stripe)) ?? sent))) };
    case "refunds_of_charge": {
      const refunds = await readRefundsOfCharge(chargeShape.parse(sent).id, stripe);
      return { ...NO_FACTS, refunds: refunds.flatMap((refund) => told(readRefundTold(refundShape.parse(refund)))) };
    }
    case "credit_note": {
      const note = creditNoteShape.parse((await readCreditNote(subject.id, stripe)) ?? sent);
      return { ...NO_FACTS, refunds: [readCreditNoteTold(note)] };
    }
    case "dispute":
      return { ...NO_FACTS, dispute: readDisputeTold(disputeShape.parse((await readDispute(subject.id, stripe)) ?? sent)) };
    // It never changes, and a restricted key need not be allowed to read it.
    case "fraud_warning":
      return { ...NO_FACTS, warning: readWarningTold(fraudWarningShape.parse(sent)) };
    case "payment":
      return { ...NO_FACTS, ...(await gatherPayment(subject, sent, stripe)) };
  }
}

function told<Fact>(fact: Fact | null): Fact[] {
  return fact === null ? [] : [fact];
}
