import { createHash } from "node:crypto";
import { reachable } from "../loopback-names";

export interface Buyer {
  /** Whom the shop knows by this number; never their address. */
  externalId: string;
  email: string;
}

export interface Told {
  attributed: boolean;
  reasons: string[];
}

const TIMEOUT_MS = 5_000;

/** The buyer with that address. A real shop has numbers of its own. */
export function buyerOf(email: string): Buyer {
  return { externalId: `shop-${createHash("sha256").update(email).digest("hex").slice(0, 16)}`, email };
}

/** All the shop's server tells Vouch by itself. Where Vouch is away, the shop goes on: each call answers null then. */
export class VouchApi {
  constructor(
    private readonly vouchUrl: string,
    private readonly secretKey: () => string,
  ) {}

  /** Somebody made an account. Several tokens are told first, so that Vouch can tell the first from the last. */
  async signedUp(buyer: Buyer, tokens: readonly string[]): Promise<Told | null> {
    for (const token of tokens) await this.#lead(buyer, token, "deferred");
    return await this.#lead(buyer, "", "wait");
  }

  /** The same, with the name that the page got for its tokens. */
  async signedUpOnPage(buyer: Buyer, reference: string): Promise<Told | null> {
    return await this.#lead(buyer, reference, "wait");
  }

  /** A sale that Stripe knows nothing of. The number makes a second telling harmless. */
  async sold(buyer: Buyer, tokens: readonly string[], { number, amount }: { number: string; amount: number }): Promise<Told | null> {
    for (const token of tokens) await this.#lead(buyer, token, "deferred");
    const { externalId, email } = buyer;
    return await this.#call("track/sale", { customerExternalId: externalId, customerEmail: email, amount, currency: "eur", invoiceId: number });
  }

  /** All of a sale came back. */
  async cameBack(number: string): Promise<{ matched: boolean } | null> {
    return await this.#call("track/refund", { refundId: `${number}-back`, saleInvoiceId: number });
  }

  #lead({ externalId, email }: Buyer, clickId: string, mode: "deferred" | "wait"): Promise<Told | null> {
    return this.#call("track/lead", { clickId, eventName: "Sign up", customerExternalId: externalId, customerEmail: email, mode });
  }

  async #call<Answer>(path: string, body: object): Promise<Answer | null> {
    try {
      const response = await fetch(reachable(`${this.vouchUrl}/api/v1/${path}`), {
        method: "POST",
        headers: { Authorization: `Bearer ${this.secretKey()}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return response.ok ? ((await response.json()) as Answer) : null;
    } catch {
      return null;
    }
  }
}
