import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { currencyCode, idOf } from "~/http/api-shapes";
import { listPrograms } from "~/programs/list-programs.server";
import { JOIN_POLICIES, PROGRAM_STATUSES, PROGRAM_TYPES } from "~/programs/program";

const program = z
  .strictObject({
    id: idOf("prg"),
    slug: z.string(),
    title: z.string(),
    type: z.enum(PROGRAM_TYPES),
    status: z.enum(PROGRAM_STATUSES),
    joinPolicy: z.enum(JOIN_POLICIES),
    currency: currencyCode,
    clauses: z
      .array(z.strictObject({ number: z.number().int(), key: z.string(), title: z.string() }))
      .describe("The terms in force; a refusal names one by its number among those the champion accepted"),
  })
  .meta({ id: "Program" });

export const listProgramsEndpoint = defineEndpoint({
  method: "GET",
  path: "/programs",
  operationId: "listPrograms",
  group: "Reports",
  scope: "read",
  summary: "List programs",
  description: "With their ids and the numbers of their clauses. A company has a handful, so there are no pages.",
  answer: z.strictObject({ data: z.array(program), nextCursor: z.null() }),
  answers: { 200: "All of them" },
  examples: [
    {
      title: "Programs",
      answer: {
        data: [
          {
            id: EXAMPLE.programId, slug: "friends", title: "Friends", type: "friend", status: "live", joinPolicy: "open", currency: "eur",
            clauses: [{ number: 1, key: "reward", title: "What you get" }],
          },
        ],
        nextCursor: null,
      },
    },
  ],
  handle: async () => {
    const programs = await listPrograms();
    const data = programs.map(({ id, slug, type, status, joinPolicy, version, terms }) => ({
      id, slug, type, status, joinPolicy,
      title: version.copy.en.title,
      currency: version.rules.currency.toLowerCase(),
      clauses: (terms?.clauses ?? []).map(({ key, title }, i) => ({ number: i + 1, key, title: title.en })),
    }));
    return { body: { data, nextCursor: null } };
  },
});
