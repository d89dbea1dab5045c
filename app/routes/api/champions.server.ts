import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { idOf, time } from "~/http/api-shapes";
import { listChampionsWithCodes, type ChampionWithCode } from "~/journeys/list-champions-with-codes.server";
import { NotFoundError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { referralUrl } from "~/sharing/share-channel";

const STATUSES = ["applied", "refused", "active", "paused", "left", "blocked"] as const;

const champion = z
  .strictObject({
    id: idOf("chp"),
    programId: idOf("prg"),
    status: z.enum(STATUSES),
    displayName: z.string().describe("The first name that friends see"),
    code: z.string().nullable().describe("The code of their main link"),
    url: z.string().nullable().describe("The link they share"),
    customerExternalIds: z.array(z.string()).describe("Your numbers of the customers this champion is"),
    appliedAt: time,
    joinedAt: time.nullable(),
    pausedAt: time.nullable(),
    leftAt: time.nullable(),
  })
  .meta({ id: "Champion" });

function shown({ personId: _personId, externalIds, ...row }: ChampionWithCode) {
  return {
    ...row,
    url: row.code && referralUrl(env().APP_URL, row.code),
    customerExternalIds: externalIds,
    appliedAt: row.appliedAt.toISOString(),
    joinedAt: row.joinedAt?.toISOString() ?? null,
    pausedAt: row.pausedAt?.toISOString() ?? null,
    leftAt: row.leftAt?.toISOString() ?? null,
  };
}

const example = {
  id: EXAMPLE.championId, programId: EXAMPLE.programId, status: "active", displayName: "Anna", code: EXAMPLE.code,
  url: `https://champions.example.com/r/${EXAMPLE.code}`, customerExternalIds: ["customer-7"], appliedAt: "2026-03-02T09:00:00.000Z",
  joinedAt: "2026-03-02T09:00:00.000Z", pausedAt: null, leftAt: null,
};

export const listChampionsEndpoint = defineEndpoint({
  method: "GET",
  path: "/champions",
  operationId: "listChampions",
  group: "Champions",
  scope: "read",
  summary: "List champions",
  description: "Members, applicants and those who left, the newest first.",
  query: z.strictObject({ ...pageQuery, programId: idOf("prg").optional(), status: z.enum(STATUSES).optional() }),
  answer: listOf(champion),
  answers: { 200: "A page" },
  examples: [{ title: "Active champions of a program", query: { programId: EXAMPLE.programId, status: "active" }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ query: { limit, cursor, ...filter } }) => ({
    body: pageBody(await listChampionsWithCodes(filter, wishOf({ limit, cursor })), shown),
  }),
});

export const getChampionEndpoint = defineEndpoint({
  method: "GET",
  path: "/champions/{id}",
  operationId: "getChampion",
  group: "Champions",
  scope: "read",
  summary: "Get one champion",
  description: "Their standing, the code they share, and which of your customers they are. No address: the portal writes to them itself.",
  params: z.strictObject({ id: idOf("chp") }),
  answer: champion,
  answers: { 200: "The champion" },
  examples: [{ title: "A champion", params: { id: EXAMPLE.championId }, answer: example }],
  handle: async ({ params: { id } }) => {
    const { rows: [row] } = await listChampionsWithCodes({ id }, wishOf({ limit: 1 }));
    if (!row) throw new NotFoundError("champion", { id });
    return { body: shown(row) };
  },
});
