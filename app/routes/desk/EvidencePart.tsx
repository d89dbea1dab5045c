import type { ReactNode } from "react";

/** One kind of evidence under its name; in a card of its own the card names it. */
export function EvidencePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}
