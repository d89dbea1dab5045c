import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { signer } from "./signer.server";

const bytes = (text: string) => Buffer.byteLength(text);

it("signs as Node's own HMAC-SHA-256 does, under any key, whatever was signed before", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.string({ unit: "binary", maxLength: 340 })), (key, texts) => {
      const sign = signer(key);
      const expected = texts.map((text) => createHmac("sha256", key).update(text).digest("base64url"));
      expect(texts.map(sign)).toEqual(expected);
    }),
  );
});

it("signs up to 1,024 bytes and refuses more", () => {
  const sign = signer(Buffer.from("key"));
  const [whole, longer] = ["é".repeat(512), "é".repeat(512) + "e"];
  expect([bytes(whole), bytes(longer)]).toEqual([1_024, 1_025]);
  expect(sign(whole)).toBe(createHmac("sha256", "key").update(whole).digest("base64url"));
  expect(() => sign(longer)).toThrow(RangeError);
});
