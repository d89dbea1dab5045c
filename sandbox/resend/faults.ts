import { z } from "zod";

const FAULT_KINDS = [
  "refuse",
  "reset_before",
  "reset_after",
  "error_500_before",
  "error_500_after",
  "rate_limited",
  "conflict",
  "hang_before",
  "hang_after",
  "drip",
  "garbage_json",
  "truncated",
  "wrong_content_type",
] as const;

export const faultInput = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  method: z.string().toUpperCase().optional(),
  /** A path, or the start of one with `*` at its end. */
  path: z.string().optional(),
  /** Text that the request body must contain, for example a recipient; not for `refuse`. */
  contains: z.string().optional(),
  /** How many requests it hits; 0 means until cleared. */
  count: z.number().int().min(0).default(1),
  /** How many matching requests pass unharmed first. */
  skip: z.number().int().min(0).default(0),
  /** How long `hang_*` and `drip` last. */
  durationMs: z.number().int().min(0).max(600_000).default(60_000),
});
export type Fault = z.output<typeof faultInput> & { hits: number };

/** Faults switched on by tests; they live in memory only, so a restart clears them. */
export class Faults {
  #armed: Fault[] = [];

  arm(input: z.output<typeof faultInput>): Fault {
    const fault = { ...input, hits: 0 };
    this.#armed.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#armed;
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault for a request whose body has not been read: only `refuse`. */
  takeUnread(method: string, path: string): Fault | null {
    return this.#take((fault) => fault.kind === "refuse" && matches(fault, method, path, null));
  }

  take(method: string, path: string, body: unknown): Fault | null {
    const text = JSON.stringify(body) ?? "";
    return this.#take((fault) => fault.kind !== "refuse" && matches(fault, method, path, text));
  }

  #take(wanted: (fault: Fault) => boolean): Fault | null {
    for (const fault of this.#armed) {
      if (!wanted(fault) || (fault.count > 0 && fault.hits >= fault.count)) continue;
      if (fault.skip > 0) {
        fault.skip -= 1;
        continue;
      }
      fault.hits += 1;
      return fault;
    }
    return null;
  }
}

function matches(fault: Fault, method: string, path: string, body: string | null): boolean {
  if (fault.method && fault.method !== method) return false;
  if (fault.path?.endsWith("*") && !path.startsWith(fault.path.slice(0, -1))) return false;
  if (fault.path && !fault.path.endsWith("*") && fault.path !== path) return false;
  return fault.contains === undefined || (body?.includes(fault.contains) ?? false);
}
