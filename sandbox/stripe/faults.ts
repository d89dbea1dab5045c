import { z } from "zod";

export const faultSchema = z.strictObject({
  kind: z.enum([
    "refuse",
    "reset_before",
    "reset_after",
    "error_500_before",
    "error_500_after",
    "error_429",
    "error_409",
    "hang_before",
    "hang_after",
    "drip",
    "garbage_json",
    "truncated",
    "wrong_content_type",
  ]),
  method: z.string().toUpperCase().default("*"),
  /** A path such as `/v1/transfers`; `*` stands for any characters. */
  path: z.string().default("*"),
  count: z.number().int().min(1).default(1),
  /** How long a hang, a refusal or a drip lasts. */
  ms: z.number().int().min(1).max(600_000).default(60_000),
});

export type Fault = z.infer<typeof faultSchema>;

/** The faults tests have ordered; each matching call uses one up. Not kept over a restart. */
export class Faults {
  #ordered: Fault[] = [];

  add(fault: Fault): void {
    this.#ordered.push({ ...fault });
  }

  list(): Fault[] {
    return this.#ordered.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.#ordered = [];
  }

  take(method: string, path: string): Fault | null {
    const fault = this.#ordered.find(
      (candidate) =>
        candidate.kind !== "refuse" &&
        (candidate.method === "*" || candidate.method === method) &&
        matches(candidate.path, path),
    );
    if (!fault) return null;
    fault.count -= 1;
    if (fault.count === 0) this.#ordered = this.#ordered.filter((other) => other !== fault);
    return { ...fault };
  }
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}
