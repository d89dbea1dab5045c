import { beforeAll, expect, it } from "vitest";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { processClock } from "~/platform/deps.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";

let api: ApiCalls;
beforeAll(async () => {
  api = await apiCalls();
});

/** A call of the secret API, as it arrives from a server or, with an origin, from a page. */
async function lead(bearer: string, origin?: string) {
  const told = { clickId: "", eventName: "Sign up", customerExternalId: api.externalId() };
  const { status, body } = await api.call("track/lead", told, { bearer, origin });
  return { status, reason: body.error?.reason };
}

it("a secret key is refused when it comes from a page (P16)", async () => {
  expect(await lead(api.key)).toEqual({ status: 200 });
  for (const origin of ["https://shop.example", "http://localhost:3000", "null"]) {
    expect(await lead(api.key, origin)).toEqual({ status: 403, reason: "secret_key_in_browser" });
  }
});

it("a publishable key is refused where a secret one belongs (P16)", async () => {
  const { key } = await createPublishableKey(
    { name: "web shop", origins: ["https://shop.example"], by: "operator" },
    { db: api.db, clock: processClock() },
  );
  for (const origin of [undefined, "https://shop.example"]) {
    expect(await lead(key, origin)).toEqual({ status: 403, reason: "publishable_key" });
  }
});
