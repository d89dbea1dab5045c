import { newId, stableLetters } from "../identifiers";
import type { Card } from "../objects/payment";
import { newBillingDetails, newPaymentMethod } from "../objects/payment";
import type { PaymentMethod } from "../objects/payment";
import type { Sandbox } from "../sandbox";

/** What a test number does; every other number pays. */
const DECLINES: Record<string, string> = {
  "4000000000000002": "generic_decline",
  "4000000000009995": "insufficient_funds",
  "4000000000009987": "lost_card",
  "4000000000000069": "expired_card",
  "4000000000000127": "incorrect_cvc",
  // Can be saved, and fails at the next charge: a renewal that does not go through.
  "4000000000000341": "later_decline",
};

/** Numbers that pay and are found risky, as Stripe's own test cards of these numbers are. */
const RISKS: Record<string, { risk_level: string; risk_score: number }> = {
  "4000000000004954": { risk_level: "highest", risk_score: 84 },
  "4000000000009235": { risk_level: "elevated", risk_score: 67 },
};

const TEST_TOKENS: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_chargeCustomerFail: "4000000000000341",
};

const CARD_YEAR = 2034;

/** The numbers everybody types here: with them each person has a card of their own. Any other number is one card, whoever holds it. */
const EVERYBODYS: ReadonlySet<string> = new Set(["4242424242424242", "5555555555554444"]);

export interface CardInput {
  number: string;
  email: string | null;
  name: string | null;
  customer: string | null;
}

/** A payment method for a card number; the number itself is not kept. */
export function saveCard(sandbox: Sandbox, input: CardInput): PaymentMethod {
  const id = newId("pm_", 24);
  const billing = newBillingDetails(input.email, input.name);
  const card = cardOf(sandbox.platform.id, input.number, EVERYBODYS.has(input.number) ? (input.email ?? input.customer ?? "") : "");
  sandbox.tables.cardBehaviours.insert({ id, outcome: DECLINES[input.number] ?? "pays", risk: RISKS[input.number] ?? null });
  return sandbox.tables.paymentMethods.insert(
    newPaymentMethod(id, sandbox.now(), card, billing, input.customer),
  );
}

/** The payment method of this id; one of Stripe's test tokens becomes a new one. */
export function paymentMethodFor(sandbox: Sandbox, id: string): PaymentMethod {
  const number = Object.hasOwn(TEST_TOKENS, id) ? TEST_TOKENS[id] : undefined;
  if (number) return saveCard(sandbox, { number, email: null, name: null, customer: null });
  return sandbox.tables.paymentMethods.get(id, "payment_method");
}

/** The decline code when this payment method is charged, null when it pays. */
export function declineOf(sandbox: Sandbox, method: string, first: boolean): string | null {
  const outcome = sandbox.tables.cardBehaviours.find(method)?.outcome ?? "pays";
  if (outcome === "later_decline") return first ? null : "generic_decline";
  return outcome === "pays" ? null : outcome;
}

/** How risky a charge of this payment method is; the shape has the ordinary answer. */
export function riskOf(sandbox: Sandbox, method: string): object {
  return sandbox.tables.cardBehaviours.find(method)?.risk ?? {};
}

/** Twelve to nineteen digits that pass the check digit. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}

function cardOf(account: string, number: string, holder: string): Card {
  return {
    brand: brandOf(number),
    country: "NL",
    exp_month: 12,
    exp_year: CARD_YEAR,
    fingerprint: stableLetters(`${account} ${number} ${holder}`, 16),
    last4: number.slice(-4),
  };
}

function brandOf(number: string): string {
  if (number.startsWith("4")) return "visa";
  if (/^(5[1-5]|2[2-7])/.test(number)) return "mastercard";
  return number.startsWith("3") ? "amex" : "unknown";
}
