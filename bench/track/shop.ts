import type { Call } from "../parts/load";
import type { World } from "./world";

interface Sale {
  customerExternalId: string;
  invoiceId: string;
  clickId: string;
}

/** A shop whose server tells Vouch of its sales, each with the next of its keys. */
export class Shop {
  /** The numbers of the sales that friends of champions made. */
  readonly numbers: string[] = [];
  #calls = 0;
  #others = 0;

  constructor(private readonly world: World) {}

  /** A new customer buys for the first time, brought by a champion who brought nobody yet. */
  newSale(): { sale: Sale; call: Call } {
    const n = this.numbers.length;
    const clickId = this.world.tokens[n];
    if (!clickId) throw new Error("more sales than champions: this machine is faster than the bench expects");
    const sale = { customerExternalId: `customer-${n}`, invoiceId: `INV-${n}`, clickId };
    this.numbers.push(sale.invoiceId);
    return { sale, call: this.#call(sale) };
  }

  /** A friend who was bound before buys again. */
  repeatSale(): Call {
    const n = this.#others++;
    return this.#call({ customerExternalId: `customer-${n % this.numbers.length}`, invoiceId: `AGAIN-${n}` });
  }

  /** A new customer whom nobody brought. */
  unattributedSale(): Call {
    const n = this.#others++;
    return this.#call({ customerExternalId: `stranger-${n}`, invoiceId: `ALONE-${n}` });
  }

  #call(sale: Partial<Sale>): Call {
    const { keys } = this.world;
    return {
      path: "/api/v1/track/sale",
      headers: {
        Authorization: `Bearer ${keys[this.#calls++ % keys.length]}`,
        "Content-Type": "application/json",
        // The proxy in front speaks https with the shop.
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "203.0.113.7",
      },
      body: JSON.stringify({ ...sale, amount: 8_000, currency: "eur", eventName: "Purchase" }),
    };
  }
}
