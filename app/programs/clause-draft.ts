import { CLAUSE_SUBJECTS, type Clause } from "./terms";

/** Clauses while somebody writes them: texts may still be empty. */
export type ClauseDraft = Clause[];

/** Whether every version needs this clause. */
export function isSubject(key: string): boolean {
  return CLAUSE_SUBJECTS.some((subject) => subject === key);
}

/**
 * The draft after a button of the editor: `add`, `up-3`, `down-3`, `remove-3` (clause numbers). Anything else, and a
 * step that does not exist, leaves it as it is.
 * @param newKey the key an added clause gets
 */
export function editDraft(draft: ClauseDraft, act: string, newKey: Clause["key"]): ClauseDraft {
  if (act === "add") return [...draft, { key: newKey, title: { en: "", nl: "" }, text: { en: "", nl: "" } }];
  const match = /^(up|down|remove)-(\d{1,2})$/.exec(act);
  const index = Number(match?.[2]) - 1;
  const clause = draft[index];
  if (!match || !clause) return draft;
  const others = draft.toSpliced(index, 1);
  if (match[1] === "remove") return isSubject(clause.key) ? draft : others;
  return others.toSpliced(Math.max(0, index + (match[1] === "up" ? -1 : 1)), 0, clause);
}
