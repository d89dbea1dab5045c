import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line } from "~/http/api-fields";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { idOf, time } from "~/http/api-shapes";
import { addLink } from "~/journeys/add-link.server";
import { NotFoundError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { changeLink } from "~/journeys/change-link.server";
import { listLinksAfter, type ListedLink } from "~/sharing/list-links-after.server";
import { referralUrl } from "~/sharing/share-channel";

const count = z.number().int();

const shape = {
  id: idOf("lnk"),
  championId: idOf("chp"),
  programId: idOf("prg"),
  label: z.string().nullable().describe("The place it is for; the main link has none"),
  isMain: z.boolean(),
  code: z.string(),
  url: z.string(),
  createdAt: time,
  retiredAt: time.nullable().describe("When it was put away; it keeps working for whoever has it"),
  figures: z.strictObject({
    visits: count.describe("Visits by people"),
    uncounted: count.describe("Visits by machines, previews and repeats"),
    claims: count.describe("Offers taken"),
    shares: count.describe("Presses of a share button"),
  }),
};
const link = z.strictObject(shape).meta({ id: "Link" });

function shown(row: ListedLink) {
  const { id, championId, programId, label, isMain, code, createdAt, retiredAt, figures } = row;
  const times = { createdAt: createdAt.toISOString(), retiredAt: retiredAt?.toISOString() ?? null };
  return { id, championId, programId, label, isMain, code, url: referralUrl(env().APP_URL, code), ...times, figures };
}

async function one(id: string) {
  const { rows: [row] } = await listLinksAfter({ id }, wishOf({ limit: 1 }));
  if (!row) throw new NotFoundError("link", { id });
  return shown(row);
}

const example = {
  id: EXAMPLE.linkId, championId: EXAMPLE.championId, programId: EXAMPLE.programId, label: null, isMain: true, code: EXAMPLE.code,
  url: `https://champions.example.com/r/${EXAMPLE.code}`, createdAt: "2026-03-02T09:00:00.000Z", retiredAt: null,
  figures: { visits: 41, uncounted: 7, claims: 12, shares: 9 },
};
const newExample = { ...example, id: EXAMPLE.otherLinkId, label: "Counter", isMain: false, code: "ANNA-COUNTER", url: "https://champions.example.com/r/ANNA-COUNTER", figures: { visits: 0, uncounted: 0, claims: 0, shares: 0 } };

export const listLinksEndpoint = defineEndpoint({
  method: "GET",
  path: "/links",
  operationId: "listLinks",
  group: "Links and codes",
  scope: "read",
  summary: "List links",
  description: "With what each brought, apart from purchases; also those put away. The newest first.",
  query: z.strictObject({ ...pageQuery, championId: idOf("chp").optional(), programId: idOf("prg").optional() }),
  answer: listOf(link),
  answers: { 200: "A page" },
  examples: [{ title: "The links of a champion", query: { championId: EXAMPLE.championId }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ query: { limit, cursor, ...filter } }) => ({ body: pageBody(await listLinksAfter(filter, wishOf({ limit, cursor })), shown) }),
});

export const getLinkEndpoint = defineEndpoint({
  method: "GET",
  path: "/links/{id}",
  operationId: "getLink",
  group: "Links and codes",
  scope: "read",
  summary: "Get one link",
  description: "With its present code and what it brought, apart from purchases.",
  params: z.strictObject({ id: idOf("lnk") }),
  answer: link,
  answers: { 200: "The link" },
  examples: [{ title: "A link", params: { id: EXAMPLE.linkId }, answer: example }],
  handle: async ({ params: { id } }) => ({ body: await one(id) }),
});

export const createLinkEndpoint = defineEndpoint({
  method: "POST",
  path: "/links",
  operationId: "createLink",
  group: "Links and codes",
  scope: "write",
  summary: "Make a link for one place",
  description: "For a champion who is a member; at most 25 each. A champion has one link of a label: the same label again gives the link there is, with `duplicate: true`, unless another code is asked for.",
  body: z.strictObject({
    championId: idOf("chp"),
    label: line(40).describe("The place: “Newsletter”, “Counter”"),
    code: line(60).nullish().describe("The code it should have; without it one is chosen"),
  }),
  answer: z.strictObject({ ...shape, duplicate: z.boolean() }),
  answers: { 201: "Made", 200: "It was there (`duplicate: true`)" },
  refusals: { 404: ["not_found"], 409: ["not_a_member", "too_many_links", "code_taken", "idempotency_conflict"], 422: ["code_refused"] },
  examples: [
    { title: "A link for the counter", body: { championId: EXAMPLE.championId, label: "Counter" }, status: 201, answer: { ...newExample, duplicate: false } },
  ],
  handle: async ({ body: { championId, label, code } }) => {
    const { linkId, duplicate } = await addLink({ championId, label, code: code ?? null });
    return { status: duplicate ? 200 : 201, body: { ...(await one(linkId)), duplicate } };
  },
});

export const changeLinkEndpoint = defineEndpoint({
  method: "PATCH",
  path: "/links/{id}",
  operationId: "changeLink",
  group: "Links and codes",
  scope: "write",
  summary: "Give the main link another code, or put a link away",
  description: "Old codes keep leading to the link for ever, at most ten of them. A link that is put away keeps working and is no longer offered to its champion; the main link stays.",
  params: z.strictObject({ id: idOf("lnk") }),
  body: z.strictObject({ code: line(60).optional(), retired: z.literal(true).optional() }),
  answer: link,
  answers: { 200: "The link as it is now" },
  refusals: { 409: ["main_link", "not_main_link", "code_taken", "too_many_codes"], 422: ["code_refused"] },
  examples: [{ title: "Another code", params: { id: EXAMPLE.linkId }, body: { code: "ANNA-SHARES" }, answer: { ...example, code: "ANNA-SHARES", url: "https://champions.example.com/r/ANNA-SHARES" } }],
  handle: async ({ params: { id }, body: { code, retired } }) => {
    if (code === undefined && !retired) throw new ApiRefusal(422, "input_refused", "Name what should change: code or retired.");
    await changeLink({ linkId: id, code: code ?? null, retired: retired ?? false });
    return { body: await one(id) };
  },
});
