import { newId } from "../identifiers";
import { newTaxRate } from "../objects/catalogue";
import { mergeMetadata } from "../objects/stripe-object";
import { decimal, flag, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";

const shape = {
  active: flag.optional(),
  country: text.optional(),
  description: text.optional(),
  display_name: text,
  inclusive: flag,
  jurisdiction: text.optional(),
  metadata: metadata.optional(),
  percentage: decimal,
  tax_type: text.optional(),
};

export const taxRateRoutes: Route[] = [
  route("POST", "/v1/tax_rates", "tax_rate", shape, ({ sandbox, params: { metadata: given, ...fields } }) =>
    sandbox.tables.taxRates.insert(
      newTaxRate({
        ...fields,
        id: newId("txr_", 24),
        created: sandbox.now(),
        metadata: mergeMetadata({}, given),
      }),
    ),
  ),
  route("GET", "/v1/tax_rates/:id", "tax_rate", {}, ({ sandbox, at }) =>
    sandbox.tables.taxRates.get(at("id")),
  ),
  listRoute("/v1/tax_rates", "tax_rate", { active: flag.optional() }, ({ sandbox, params: { active } }) =>
    sandbox.tables.taxRates.all().filter((rate) => active === undefined || rate.active === active),
  ),
];
