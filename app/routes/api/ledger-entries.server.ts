import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line } from "~/http/api-fields";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { currencyCode, idOf, minorUnits, time } from "~/http/api-shapes";
import { listEntriesAfter, type ListedEntry } from "~/ledger/list-entries-after.server";

const entry = z
  .strictObject({
    id: idOf("ent"),
    account: z.string(),
    currency: currencyCode,
    amount: minorUnits.describe("Debit is positive, credit is negative; the entries of a transaction add up to nothing"),
    transactionId: idOf("txn"),
    kind: z.string(),
    subject: z.string().describe("What it is about: the id of a reward, say"),
    reversesId: idOf("txn").nullable(),
    occurredAt: time,
    recordedAt: time,
  })
  .meta({ id: "LedgerEntry" });

function shown({ id, account, currency, amountMinor, transaction }: ListedEntry) {
  const { id: transactionId, kind, subject, reversesId, occurredAt, recordedAt } = transaction;
  return {
    id, account, currency: currency.toLowerCase(), amount: Number(amountMinor), transactionId, kind, subject, reversesId,
    occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString(),
  };
}

export const listLedgerEntriesEndpoint = defineEndpoint({
  method: "GET",
  path: "/ledger-entries",
  operationId: "listLedgerEntries",
  group: "Reports",
  scope: "read",
  summary: "Read the book",
  description: "Every entry of the double-entry ledger, which nothing changes afterwards; the newest first.",
  query: z.strictObject({ ...pageQuery, subject: line(60).optional() }),
  answer: listOf(entry),
  answers: { 200: "A page" },
  examples: [
    {
      title: "What was booked about a reward",
      query: { subject: EXAMPLE.rewardId },
      answer: {
        data: [
          {
            id: "ent_01kb2q7e5n8m3x6w9r4t1v2y7z", account: "reward_expense", currency: "eur", amount: 1_000, transactionId: "txn_01kb2q7e5n8m3x6w9r4t1v2y7z",
            kind: "grant_reward", subject: EXAMPLE.rewardId, reversesId: null, occurredAt: "2026-11-09T14:30:00.000Z", recordedAt: "2026-11-09T14:30:00.412Z",
          },
        ],
        nextCursor: null,
      },
    },
  ],
  handle: async ({ query: { limit, cursor, ...filter } }) => ({ body: pageBody(await listEntriesAfter(filter, wishOf({ limit, cursor })), shown) }),
});
