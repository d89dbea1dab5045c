import { z } from "zod";
import { newId } from "../identifiers";
import { newAccount } from "../objects/account";
import { mergeMetadata } from "../objects/stripe-object";
import { accepted, clearable, currency, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest, missingResource } from "../stripe-error";

const LINK_SECONDS = 300;

const capability = z.strictObject({ requested: text });

const fields = {
  business_profile: z.record(z.string(), z.unknown()).optional(),
  business_type: text.optional(),
  capabilities: z.record(z.string(), capability).optional(),
  email: clearable(text).optional(),
  individual: accepted.optional(),
  metadata: metadata.optional(),
  settings: accepted.optional(),
  tos_acceptance: z
    .strictObject({
      date: text.optional(),
      ip: text.optional(),
      service_agreement: z.enum(["full", "recipient"]).optional(),
    })
    .optional(),
};

export const accountRoutes: Route[] = [
  route("GET", "/v1/account", "account", {}, ({ sandbox, account }) =>
    account ? accountOf(sandbox, account) : sandbox.platform,
  ),
  route(
    "POST",
    "/v1/accounts",
    "account",
    {
      ...fields,
      controller: accepted.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      default_currency: currency.optional(),
      type: z.enum(["custom", "express", "standard"]).optional(),
    },
    ({ sandbox, params }) => {
      const defaults = newAccount({ id: newId("acct_", 16), created: sandbox.now() });
      const account = sandbox.tables.accounts.insert({
        ...defaults,
        business_profile: { ...Object(defaults.business_profile), ...params.business_profile },
        business_type: params.business_type ?? "individual",
        capabilities: Object.fromEntries(
          Object.keys(params.capabilities ?? {}).map((name) => [name, "inactive"]),
        ),
        country: params.country ?? "NL",
        default_currency: params.default_currency ?? "eur",
        email: params.email ?? null,
        metadata: mergeMetadata({}, params.metadata),
        tos_acceptance: tosOf(defaults.tos_acceptance, params.tos_acceptance?.service_agreement),
        type: params.type ?? "express",
      });
      sandbox.emit("account.updated", account, { account: account.id });
      return account;
    },
  ),
  route("GET", "/v1/accounts/:id", "account", {}, ({ sandbox, at }) =>
    at("id") === sandbox.platform.id ? sandbox.platform : accountOf(sandbox, at("id")),
  ),
  route("POST", "/v1/accounts/:id", "account", fields, ({ sandbox, params, at }) => {
    const before = accountOf(sandbox, at("id"));
    const asked = Object.keys(params.capabilities ?? {}).filter((name) => !(name in before.capabilities));
    const added = asked.map((name) => [name, before.details_submitted ? "active" : "inactive"]);
    const after = sandbox.tables.accounts.update(before.id, {
      business_profile: { ...Object(before.business_profile), ...params.business_profile },
      capabilities: { ...before.capabilities, ...Object.fromEntries(added) },
      email: params.email === undefined ? before.email : params.email,
      metadata: mergeMetadata(before.metadata, params.metadata),
      tos_acceptance: tosOf(before.tos_acceptance, params.tos_acceptance?.service_agreement),
    });
    sandbox.emit("account.updated", after, { before, account: before.id });
    return after;
  }),
  route("DELETE", "/v1/accounts/:id", "account", {}, ({ sandbox, at }) => {
    const { id } = accountOf(sandbox, at("id"));
    sandbox.tables.accounts.remove(id);
    return { id, object: "account", deleted: true };
  }),
  listRoute("/v1/accounts", "account", {}, ({ sandbox }) => sandbox.tables.accounts.all()),
  route(
    "POST",
    "/v1/account_links",
    "account_link",
    {
      account: text,
      collect: text.optional(),
      collection_options: accepted.optional(),
      refresh_url: text.optional(),
      return_url: text.optional(),
      type: z.enum(["account_onboarding", "account_update"]),
    },
    ({ sandbox, params }) => {
      const account = accountOf(sandbox, params.account, "account");
      if (!params.refresh_url || !params.return_url) {
        throw invalidRequest(
          "You must provide refresh_url and return_url.",
          "return_url",
          "parameter_missing",
        );
      }
      const created = sandbox.now();
      const link = sandbox.tables.onboardingLinks.insert({
        id: newId("", 24),
        account: account.id,
        refreshUrl: params.refresh_url,
        returnUrl: params.return_url,
        expiresAt: created + LINK_SECONDS,
      });
      return {
        object: "account_link",
        created,
        expires_at: link.expiresAt,
        url: `${sandbox.publicUrl}/connect/onboarding/${link.id}`,
      };
    },
  ),
  route("POST", "/v1/accounts/:id/login_links", "account", {}, ({ sandbox, at }) => {
    const account = accountOf(sandbox, at("id"));
    if (!account.details_submitted) {
      throw invalidRequest("Cannot create a login link for an account that has not completed onboarding.");
    }
    return {
      object: "login_link",
      created: sandbox.now(),
      url: `${sandbox.publicUrl}/accounts#${account.id}`,
    };
  }),
];

function accountOf(sandbox: Sandbox, id: string, param?: string) {
  const account = sandbox.tables.accounts.find(id);
  if (!account) throw missingResource("account", id, param);
  return account;
}

function tosOf(before: unknown, agreement: string | undefined): object {
  return { ...Object(before), ...(agreement ? { service_agreement: agreement } : {}) };
}
