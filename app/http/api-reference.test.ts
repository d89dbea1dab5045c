import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "~/routes/api/endpoints.server";
import { referenceOf } from "./api-reference";

const operations = referenceOf(DOCUMENTED, "https://champions.example.com");
const sale = operations.find(({ operationId }) => operationId === "trackSale");

describe("the reference", () => {
  it("tells each field of the call and the answer", () => {
    expect(sale?.fields).toContainEqual({ name: "amount", place: "body", type: "integer", required: true, description: "What was paid, without tax, in minor units" });
    expect(sale?.fields).toContainEqual(expect.objectContaining({ name: "currency", place: "body", type: "string or null", required: false }));
    expect(sale?.fields).toContainEqual(expect.objectContaining({ name: "attributed", place: "answer", type: "boolean", required: true }));
    expect(operations.flatMap(({ operationId, fields }) => fields.filter(({ type }) => type === "anything").map(({ name }) => `${operationId} ${name}`))).toEqual([]);
  });

  it("shows calls that can be copied as they are", () => {
    const example = sale?.examples[0];
    expect(example?.curl).toContain(`curl -X POST "https://champions.example.com/api/v1/track/sale" \\\n  -H "Authorization: Bearer $VOUCH_KEY"`);
    const claim = operations.find(({ operationId }) => operationId === "claimOffer")?.examples[0];
    expect(claim?.curl).toContain(`-H "Authorization: Bearer vouch_pub_your_key"`);
    expect(claim?.javascript).not.toContain("process.env");
    for (const { javascript } of operations.flatMap(({ examples }) => examples)) {
      expect(() => new Function(`return async () => { ${javascript} }`)).not.toThrow();
    }
    expect(JSON.parse(/-d '([\s\S]+)'$/.exec(example?.curl ?? "")?.[1] ?? "")).toMatchObject({ invoiceId: "2026-117" });
  });
});
