import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** How the shop works with Vouch for one visitor; the first needs nothing but Stripe. */
export const WAYS = ["stripe", "server", "browser"] as const;
export type Way = (typeof WAYS)[number];

/** Reads the visitor's choice; anything odd is the simplest way. */
export function readWay(cookie: string | undefined): Way {
  return WAYS.find((way) => way === cookie) ?? "stripe";
}

const keysSchema = z.object({ secretKey: z.string().max(200), publishableKey: z.string().max(200) });

/** What an owner copies from Vouch's settings into the shop's. */
export type Keys = z.output<typeof keysSchema>;

/** The shop's own settings, in a file beside the sandbox's other data. */
export class ShopKeys {
  #keys: Keys = { secretKey: "", publishableKey: "" };

  constructor(private readonly file: string | null) {
    try {
      if (file) this.#keys = keysSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch {
      // No settings yet, or none that can be read: the ways that need a key wait for one.
    }
  }

  get current(): Keys {
    return this.#keys;
  }

  /** @returns false when these are no keys */
  save(keys: unknown): boolean {
    const read = keysSchema.safeParse(keys);
    if (!read.success) return false;
    this.#keys = read.data;
    if (this.file) {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(this.file, JSON.stringify(this.#keys), { mode: 0o600 });
    }
    return true;
  }
}
