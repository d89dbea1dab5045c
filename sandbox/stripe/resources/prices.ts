import { z } from "zod";
import { priceFromData } from "../actions/add-to-catalogue";
import { mergeMetadata } from "../objects/stripe-object";
import { currency, flag, list, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { priceDataSchema } from "./catalogue-schema";

export const priceRoutes: Route[] = [
  route(
    "POST",
    "/v1/prices",
    "plan",
    {
      ...priceDataSchema.shape,
      active: flag.optional(),
      lookup_key: text.optional(),
      metadata: metadata.optional(),
      nickname: text.optional(),
      transfer_lookup_key: flag.optional(),
    },
    ({ sandbox, params }) => {
      const {
        active,
        lookup_key: key,
        metadata: given,
        nickname,
        transfer_lookup_key: transfer,
        ...data
      } = params;
      if (key) claimLookupKey(sandbox, key, transfer ?? false);
      return priceFromData(sandbox, data, "product_data", {
        active: active ?? true,
        lookup_key: key ?? null,
        metadata: mergeMetadata({}, given),
        nickname: nickname ?? null,
      });
    },
  ),
  route("GET", "/v1/prices/:id", "plan", {}, ({ sandbox, at }) => sandbox.tables.prices.get(at("id"))),
  route(
    "POST",
    "/v1/prices/:id",
    "plan",
    {
      active: flag.optional(),
      lookup_key: text.optional(),
      metadata: metadata.optional(),
      nickname: text.optional(),
    },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.prices.get(at("id"));
      const after = sandbox.tables.prices.update(before.id, {
        ...fields,
        metadata: mergeMetadata(before.metadata, change),
      });
      sandbox.emit("price.updated", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/prices",
    "plan",
    {
      active: flag.optional(),
      currency: currency.optional(),
      lookup_keys: list(text).optional(),
      product: text.optional(),
      type: z.enum(["one_time", "recurring"]).optional(),
    },
    ({ sandbox, params }) =>
      sandbox.tables.prices
        .all()
        .filter((price) => params.active === undefined || price.active === params.active)
        .filter((price) => params.currency === undefined || price.currency === params.currency)
        .filter((price) => params.product === undefined || price.product === params.product)
        .filter((price) => params.type === undefined || price.type === params.type)
        .filter((price) => !params.lookup_keys || params.lookup_keys.includes(price.lookup_key ?? "")),
  ),
];

function claimLookupKey(sandbox: Sandbox, key: string, transfer: boolean): void {
  const owner = sandbox.tables.prices.all().find((price) => price.lookup_key === key);
  if (!owner) return;
  if (!transfer) {
    throw invalidRequest(`A price (\`${owner.id}\`) already uses that lookup key.`, "lookup_key");
  }
  sandbox.tables.prices.update(owner.id, { lookup_key: null });
}
