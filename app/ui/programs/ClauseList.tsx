import type { Clause } from "~/programs/terms";
import { Icon } from "../components/Icon";
import { useLocale } from "../i18n";

interface ClauseListProps {
  clauses: readonly Clause[];
  /** Titles one level below the heading around them. */
  level?: 2 | 3;
  /** Only the titles; each opens its text. For a page that is about more than the terms. */
  folded?: boolean;
}

/** The terms as numbered clauses. Each has an address of its own: `#clause-4`. */
export function ClauseList({ clauses, level = 3, folded = false }: ClauseListProps) {
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  if (folded) {
    return (
      <ol className="flex list-none flex-col divide-y divide-hairline">
        {clauses.map(({ key, title, text }, index) => (
          <li key={key} id={`clause-${index + 1}`} className="scroll-mt-4 target:bg-gold-ground">
            <details className="group">
              <summary className="flex min-h-11 list-none items-center gap-3 py-1.5">
                <span className="money w-6 shrink-0 text-right font-serif text-lg text-accent">{index + 1}</span>
                <span className="flex-1 font-semibold">{title[locale]}</span>
                <Icon name="down" className="size-4 text-accent transition-transform duration-150 group-open:rotate-180" />
              </summary>
              <p className="measure pb-3 pl-9">{text[locale]}</p>
            </details>
          </li>
        ))}
      </ol>
    );
  }
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
