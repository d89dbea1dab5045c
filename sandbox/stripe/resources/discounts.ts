import { z } from "zod";
import { newId } from "../identifiers";
import { newCoupon, newPromotionCode } from "../objects/discounts";
import { mergeMetadata } from "../objects/stripe-object";
import { currency, decimal, flag, integer, list, metadata, positive, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { livingCustomer } from "./customers";

const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const couponFields = {
  id: text.optional(),
  amount_off: positive.optional(),
  applies_to: z.strictObject({ products: list(text) }).optional(),
  currency: currency.optional(),
  duration: z.enum(["forever", "once", "repeating"]).optional(),
  duration_in_months: positive.optional(),
  max_redemptions: positive.optional(),
  metadata: metadata.optional(),
  name: text.max(40).optional(),
  percent_off: decimal.refine((value) => value > 0 && value <= 100).optional(),
  redeem_by: integer.optional(),
};

const couponRoutes: Route[] = [
  route(
    "POST",
    "/v1/coupons",
    "coupon",
    couponFields,
    ({ sandbox, params: { metadata: given, ...fields } }) => {
      const id = fields.id ?? newId("", 8);
      if (sandbox.tables.coupons.find(id)) {
        throw invalidRequest("Coupon already exists.", "id", "resource_already_exists");
      }
      if ((fields.percent_off === undefined) === (fields.amount_off === undefined)) {
        throw invalidRequest("You must pass exactly one of percent_off or amount_off.", "amount_off");
      }
      if (fields.amount_off !== undefined && fields.currency === undefined) {
        throw invalidRequest(
          "You must pass currency when passing amount_off.",
          "currency",
          "parameter_missing",
        );
      }
      if ((fields.duration === "repeating") !== (fields.duration_in_months !== undefined)) {
        throw invalidRequest("duration_in_months goes with duration `repeating`.", "duration_in_months");
      }
      const coupon = newCoupon({ ...fields, id, created: sandbox.now(), metadata: mergeMetadata({}, given) });
      sandbox.tables.coupons.insert(coupon);
      sandbox.emit("coupon.created", coupon);
      return coupon;
    },
  ),
  route("GET", "/v1/coupons/:id", "coupon", {}, ({ sandbox, at }) => sandbox.tables.coupons.get(at("id"))),
  route(
    "POST",
    "/v1/coupons/:id",
    "coupon",
    { metadata: metadata.optional(), name: text.max(40).optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.coupons.get(at("id"));
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.coupons.update(before.id, patch);
      sandbox.emit("coupon.updated", after, { before });
      return after;
    },
  ),
  route("DELETE", "/v1/coupons/:id", "coupon", {}, ({ sandbox, at }) => {
    const coupon = sandbox.tables.coupons.get(at("id"));
    sandbox.tables.coupons.remove(coupon.id);
    sandbox.emit("coupon.deleted", coupon);
    return { id: coupon.id, object: "coupon", deleted: true };
  }),
  listRoute("/v1/coupons", "coupon", {}, ({ sandbox }) => sandbox.tables.coupons.all()),
];

const restrictions = z.strictObject({
  first_time_transaction: flag.optional(),
  minimum_amount: positive.optional(),
  minimum_amount_currency: currency.optional(),
});

const promotionCodeRoutes: Route[] = [
  route(
    "POST",
    "/v1/promotion_codes",
    "promotion_code",
    {
      promotion: z.strictObject({ type: z.literal("coupon"), coupon: text }),
      active: flag.optional(),
      code: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,500}$/)
        .optional(),
      customer: text.optional(),
      expires_at: integer.optional(),
      max_redemptions: positive.optional(),
      metadata: metadata.optional(),
      restrictions: restrictions.optional(),
    },
    ({ sandbox, params: { metadata: given, restrictions: limits, ...fields } }) => {
      sandbox.tables.coupons.get(fields.promotion.coupon, "promotion[coupon]");
      if (fields.customer) livingCustomer(sandbox, fields.customer, "customer");
      if (fields.expires_at !== undefined && fields.expires_at <= sandbox.now()) {
        throw invalidRequest("The expires_at timestamp must be in the future.", "expires_at");
      }
      if ((limits?.minimum_amount === undefined) !== (limits?.minimum_amount_currency === undefined)) {
        throw invalidRequest(
          "You must pass minimum_amount together with minimum_amount_currency.",
          "restrictions[minimum_amount_currency]",
          "parameter_missing",
        );
      }
      const code = fields.code ?? randomCode();
      if (fields.active !== false) refuseSecondActive(sandbox, code);
      const promotionCode = newPromotionCode({
        ...fields,
        id: newId("promo_", 24),
        code,
        created: sandbox.now(),
        metadata: mergeMetadata({}, given),
        restrictions: {
          first_time_transaction: false,
          minimum_amount: null,
          minimum_amount_currency: null,
          ...limits,
        },
      });
      sandbox.tables.promotionCodes.insert(promotionCode);
      sandbox.emit("promotion_code.created", promotionCode);
      return promotionCode;
    },
  ),
  route("GET", "/v1/promotion_codes/:id", "promotion_code", {}, ({ sandbox, at }) =>
    sandbox.tables.promotionCodes.get(at("id")),
  ),
  route(
    "POST",
    "/v1/promotion_codes/:id",
    "promotion_code",
    { active: flag.optional(), metadata: metadata.optional() },
    ({ sandbox, params: { metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.promotionCodes.get(at("id"));
      if (fields.active && !before.active) refuseSecondActive(sandbox, before.code);
      const patch = { ...fields, metadata: mergeMetadata(before.metadata, change) };
      const after = sandbox.tables.promotionCodes.update(before.id, patch);
      sandbox.emit("promotion_code.updated", after, { before });
      return after;
    },
  ),
  listRoute(
    "/v1/promotion_codes",
    "promotion_code",
    {
      active: flag.optional(),
      code: text.optional(),
      coupon: text.optional(),
      customer: text.optional(),
    },
    ({ sandbox, params: { active, code, coupon, customer } }) =>
      sandbox.tables.promotionCodes
        .all()
        .filter((one) => active === undefined || one.active === active)
        .filter((one) => code === undefined || sameCode(one.code, code))
        .filter((one) => coupon === undefined || one.promotion.coupon === coupon)
        .filter((one) => customer === undefined || one.customer === customer),
  ),
];

export const discountRoutes: Route[] = [...couponRoutes, ...promotionCodeRoutes];

function refuseSecondActive(sandbox: Sandbox, code: string): void {
  const taken = sandbox.tables.promotionCodes.all().some((one) => one.active && sameCode(one.code, code));
  if (!taken) return;
  throw invalidRequest(
    `An active promotion code with \`code: ${code}\` already exists.`,
    "code",
    "resource_already_exists",
  );
}

function sameCode(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function randomCode(): string {
  return [...newId("", 8)]
    .map((letter) => CODE_LETTERS.charAt(letter.charCodeAt(0) % CODE_LETTERS.length))
    .join("");
}
