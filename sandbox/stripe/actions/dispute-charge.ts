import { newId } from "../identifiers";
import { newDispute } from "../objects/dispute";
import type { Dispute } from "../objects/dispute";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { bookBalance } from "./book-balance";

const DISPUTE_FEE = 2_000;
const CLOSED = ["won", "lost", "warning_closed", "prevented"];

export interface DisputeWish {
  amount?: number | undefined;
  reason: string;
  /** An inquiry takes no money yet; a dispute does at once, with a fee. */
  inquiry: boolean;
}

export function openDispute(sandbox: Sandbox, chargeId: string, wish: DisputeWish): Dispute {
  const charge = sandbox.tables.charges.get(chargeId, "charge");
  if (charge.status !== "succeeded" || charge.disputed) {
    throw invalidRequest("Only a paid charge without a dispute can be disputed.", "charge");
  }
  const dispute = sandbox.tables.disputes.insert(
    newDispute(
      {
        id: newId("dp_", 24),
        amount: wish.amount ?? charge.amount - charge.amount_refunded,
        charge: charge.id,
        created: sandbox.now(),
        currency: charge.currency,
        payment_intent: charge.payment_intent,
        reason: wish.reason,
        status: wish.inquiry ? "warning_needs_response" : "needs_response",
      },
      charge.payment_method_details.card.brand,
    ),
  );
  sandbox.tables.charges.update(charge.id, { disputed: true });
  sandbox.emit("charge.dispute.created", dispute);
  return wish.inquiry ? dispute : withdraw(sandbox, dispute);
}

/** The answer of the shop is with the bank now, which may still decide either way. */
export function submitEvidence(sandbox: Sandbox, id: string, evidence: object, submit: boolean): Dispute {
  const before = openOne(sandbox, id);
  const reviewed = before.status.startsWith("warning_") ? "warning_under_review" : "under_review";
  const after = sandbox.tables.disputes.update(id, {
    evidence: { ...before.evidence, ...evidence },
    evidence_details: { ...before.evidence_details, has_evidence: true, submission_count: submit ? 1 : 0 },
    status: submit ? reviewed : before.status,
  });
  sandbox.emit("charge.dispute.updated", after, { before });
  return after;
}

export function winDispute(sandbox: Sandbox, id: string): Dispute {
  const before = openOne(sandbox, id);
  const inquiry = before.status.startsWith("warning_");
  const won = sandbox.tables.disputes.update(id, { status: inquiry ? "warning_closed" : "won" });
  const after = inquiry ? won : addTransaction(sandbox, won, won.amount, 0);
  sandbox.tables.charges.update(before.charge, { disputed: false });
  if (!inquiry) sandbox.emit("charge.dispute.funds_reinstated", after);
  sandbox.emit("charge.dispute.closed", after, { before });
  return after;
}

export function loseDispute(sandbox: Sandbox, id: string): Dispute {
  const before = openOne(sandbox, id);
  const charged = before.status.startsWith("warning_") ? withdraw(sandbox, before) : before;
  const after = sandbox.tables.disputes.update(id, { status: "lost" });
  sandbox.emit("charge.dispute.closed", after, { before: charged });
  return after;
}

function withdraw(sandbox: Sandbox, dispute: Dispute): Dispute {
  const needed = sandbox.tables.disputes.update(dispute.id, {
    status: "needs_response",
    is_charge_refundable: false,
  });
  const after = addTransaction(sandbox, needed, -dispute.amount, DISPUTE_FEE);
  sandbox.emit("charge.dispute.funds_withdrawn", after);
  return after;
}

function addTransaction(sandbox: Sandbox, dispute: Dispute, amount: number, fee: number): Dispute {
  const transaction = bookBalance(sandbox, {
    source: dispute.id,
    amount,
    currency: dispute.currency,
    fee,
    type: "adjustment",
    category: amount < 0 ? "dispute" : "dispute_reversal",
  });
  const balance_transactions = [...dispute.balance_transactions, transaction];
  return sandbox.tables.disputes.update(dispute.id, { balance_transactions });
}

function openOne(sandbox: Sandbox, id: string): Dispute {
  const dispute = sandbox.tables.disputes.get(id);
  if (CLOSED.includes(dispute.status)) throw invalidRequest("This dispute is already closed.");
  return dispute;
}
