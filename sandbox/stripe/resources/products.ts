import { z } from "zod";
import { insertPrice, insertProduct } from "../actions/add-to-catalogue";
import { mergeMetadata } from "../objects/stripe-object";
import { flag, list, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { invalidRequest } from "../stripe-error";
import { priceAmount, productDataSchema, productFields } from "./catalogue-schema";

export const productRoutes: Route[] = [
  route(
    "POST",
    "/v1/products",
    "product",
    {
      ...productDataSchema.shape,
      id: text.optional(),
      default_price_data: z.strictObject(priceAmount).optional(),
    },
    ({ sandbox, params: { default_price_data: priceData, ...fields } }) => {
      const product = insertProduct(sandbox, fields);
      if (!priceData) return product;
      const price = insertPrice(sandbox, product.id, priceData, "default_price_data");
      return sandbox.tables.products.update(product.id, { default_price: price.id });
    },
  ),
  route("GET", "/v1/products/:id", "product", {}, ({ sandbox, at }) => sandbox.tables.products.get(at("id"))),
  route(
    "POST",
    "/v1/products/:id",
    "product",
    { ...productFields, name: text.optional(), default_price: text.optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.products.get(at("id"));
      const after = sandbox.tables.products.update(before.id, {
        ...fields,
        metadata: mergeMetadata(before.metadata, change),
        updated: sandbox.now(),
      });
      sandbox.emit("product.updated", after, { before });
      return after;
    },
  ),
  route("DELETE", "/v1/products/:id", "product", {}, ({ sandbox, at }) => {
    const product = sandbox.tables.products.get(at("id"));
    if (sandbox.tables.prices.where("product", product.id).length > 0) {
      throw invalidRequest("This product cannot be deleted because it has one or more user-created prices.");
    }
    sandbox.tables.products.remove(product.id);
    sandbox.emit("product.deleted", product);
    return { id: product.id, object: "product", deleted: true };
  }),
  listRoute(
    "/v1/products",
    "product",
    { active: flag.optional(), ids: list(text).optional() },
    ({ sandbox, params: { active, ids } }) =>
      sandbox.tables.products
        .all()
        .filter((product) => active === undefined || product.active === active)
        .filter((product) => ids === undefined || ids.includes(product.id)),
  ),
];
