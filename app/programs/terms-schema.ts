import { z } from "zod";
import { CLAUSE_SUBJECTS, missingSubjects, type Clause } from "./terms";

const MAX_CLAUSES = 24;
const words = (max: number) => z.string().trim().min(1).max(max);
const both = (max: number) => z.strictObject({ en: words(max), nl: words(max) });

const clauseSchema: z.ZodType<Clause> = z.strictObject({
  key: z.union([z.enum(CLAUSE_SUBJECTS), z.templateLiteral(["own-", z.string().regex(/^[a-z0-9]{1,20}$/)])]),
  title: both(80),
  text: both(1_200),
});

/** The clauses of one version in order; clause 1 is the first. */
export const clausesSchema = z
  .array(clauseSchema)
  .min(1)
  .max(MAX_CLAUSES, "settings.issue.tooManyClauses")
  .refine(
    (clauses) => new Set(clauses.map(({ key }) => key)).size === clauses.length,
    "settings.issue.clauseTwice",
  )
  .refine((clauses) => missingSubjects(clauses).length === 0, "settings.issue.subjectMissing");
