import type { Clause } from "~/programs/terms";
import { useLocale } from "../i18n";

interface ClauseListProps {
  clauses: readonly Clause[];
  /** Titles one level below the heading around them. */
  level?: 2 | 3;
}

/** The terms as numbered clauses. Each has an address of its own: `#clause-4`. */
export function ClauseList({ clauses, level = 3 }: ClauseListProps) {
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ol className="flex list-none flex-col gap-5">
      {clauses.map(({ key, title, text }, index) => (
        <li key={key} id={`clause-${index + 1}`} className="flex scroll-mt-4 gap-3 target:bg-gold-ground">
          <span aria-hidden="true" className="money w-7 shrink-0 text-right font-serif text-lg text-accent">
            {index + 1}
          </span>
          <div className="measure flex flex-col gap-1">
            <Heading className="text-lg">
              <span className="sr-only">{index + 1}. </span>
              {title[locale]}
            </Heading>
            <p>{text[locale]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
