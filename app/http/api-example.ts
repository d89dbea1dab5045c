/** A call as the reference page shows it and a test makes it; ids that must exist are those of `EXAMPLE`. */
export interface ApiExample {
  title: string;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  status?: number;
  answer: unknown;
}

/** What examples name. Whoever runs one puts things that exist in their place (`withReal`). */
export const EXAMPLE = {
  clickToken: "9kX2Y2xpY2subG5rXzAxa2IyLmNsa18wMWtiMi5wcmdfMDFrYjI",
  invoiceId: "2026-101",
} as const;

export type ExampleThings = Record<keyof typeof EXAMPLE, string>;

/** The example with things that exist in place of those it names. */
export function withReal<Value>(example: Value, real: ExampleThings): Value {
  const text = Object.entries(EXAMPLE).reduce(
    (json, [name, shown]) => json.replaceAll(shown, real[name as keyof ExampleThings]),
    JSON.stringify(example),
  );
  return JSON.parse(text) as Value;
}
