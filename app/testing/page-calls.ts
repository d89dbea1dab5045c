import { expect } from "vitest";
import { errorAnswer } from "~/http/api-shapes";
import { refusalsOf } from "~/http/api-refusals";
import type { PostgresDatabase } from "~/platform/db.server";
import * as claim from "~/routes/api/browser-claim";
import { claimEndpoint } from "~/routes/api/browser-claim.server";
import * as lead from "~/routes/api/browser-lead";
import { leadEndpoint } from "~/routes/api/browser-lead.server";
import * as offer from "~/routes/api/browser-offer";
import { offerEndpoint } from "~/routes/api/browser-offer.server";

/** Where the pages stand that call. */
export const SHOP = "https://shop.example";

const ROUTES = { offer, claim, lead };
const ENDPOINTS = { offer: offerEndpoint, claim: claimEndpoint, lead: leadEndpoint };
export type PageCallName = keyof typeof ROUTES;

export interface PageCall {
  method?: string;
  key?: string | null;
  origin?: string;
  type?: string;
  raw?: BodyInit;
  address?: string;
}

/** Calls as a browser makes them from a page of the shop, through the routes of this process. */
export class PageCalls {
  constructor(
    private readonly db: PostgresDatabase,
    readonly pageKey: string,
  ) {}

  async call(name: PageCallName, told: Record<string, unknown>, how: PageCall = {}) {
    const method = how.method ?? (name === "offer" ? "GET" : "POST");
    const url = new URL(`http://localhost:3000/api/v1/browser/${name}`);
    if (method === "GET") for (const [field, value] of Object.entries(told)) url.searchParams.append(field, String(value));
    const key = how.key === undefined ? this.pageKey : how.key;
    const request = new Request(url, {
      method,
      headers: { "Content-Type": how.type ?? "application/json", ...(key && { Authorization: `Bearer ${key}` }) },
      ...(method === "POST" && { body: how.raw ?? JSON.stringify(told) }),
    });
    const origin = "origin" in how ? how.origin : SHOP;
    const context = { requestId: "evt_test", nonce: "", clientAddress: how.address ?? "192.0.2.1", origin };
    const route = ROUTES[name];
    const response = await (method === "POST" ? route.action : route.loader)({ request, context });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
    if (method === ENDPOINTS[name].method) expectDeclared(name, answer);
    return answer;
  }

  /** How many rows every table has that such a call could write to, but the notes of limits and of a key's last use. */
  async rows(): Promise<Record<string, string>> {
    const tables = ["claim", "funnel_event", "token_list", "customer", "purchase", "lead", "touch", "referral", "audit_entry"];
    const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(", ");
    return (await this.db.pool.query<Record<string, string>>(`select ${counts}`)).rows[0] ?? {};
  }
}

/** No field leaves that the document does not name, and no refusal has a reason it does not know. */
function expectDeclared(name: PageCallName, { status, body }: { status: number; body: { error?: { reason: string } } }): void {
  if (status < 400) expect(ENDPOINTS[name].answer.safeParse(body).error).toBeUndefined();
  else {
    expect(errorAnswer.safeParse(body).error).toBeUndefined();
    expect(refusalsOf(ENDPOINTS[name])[status] ?? []).toContain(body.error?.reason);
  }
}
