import { afterAll } from "vitest";
import { createApiKey } from "~/identity/create-api-key.server";
import { connectAs, processClock } from "~/platform/deps.server";
import type { PostgresDatabase } from "~/platform/db.server";
import type { LiveProgram } from "~/programs/program";
import * as customers from "~/routes/api/customers";
import * as lead from "~/routes/api/track-lead";
import * as refund from "~/routes/api/track-refund";
import * as sale from "~/routes/api/track-sale";
import { aClickToken, aRecommender, type Recommender } from "./builders/attribution";
import { aStaffMember } from "./builders/identity";
import { aCompany, aProgram } from "./builders/programs";
import { testDatabase } from "./test-database";

const ROUTES = { customers, "track/lead": lead, "track/sale": sale, "track/refund": refund };

export interface Call {
  method?: string;
  bearer?: string | null;
  type?: string;
  raw?: BodyInit;
  url?: string;
}

interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at field by field
  body: any;
}

/** The API of this process, on a database of the test file's own, with a program and a key that may write. */
export class ApiCalls {
  #count = 0;

  constructor(
    readonly db: PostgresDatabase,
    readonly program: LiveProgram,
    readonly ownerId: string,
    readonly key: string,
  ) {}

  async call(path: keyof typeof ROUTES, body: unknown, how: Call = {}): Promise<Answer> {
    const { method = "POST", bearer = this.key, type = "application/json", raw, url } = how;
    const request = new Request(url ?? `http://localhost:3000/api/v1/${path}`, {
      method,
      headers: { "Content-Type": type, ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      ...(method !== "GET" && { body: raw ?? JSON.stringify(body) }),
    });
    const context = { requestId: "evt_test", nonce: "", clientAddress: "127.0.0.1" };
    const response = await ROUTES[path].action({ request, context, params: {} });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async aKey(scopes: ("track" | "read")[]): Promise<string> {
    const by = `person:${this.ownerId}`;
    return (await createApiKey({ name: "shop", scopes, by }, { db: this.db, clock: processClock() })).key;
  }

  externalId(): string {
    return `user-${++this.#count}`;
  }

  champion(): Promise<Recommender> {
    return aRecommender({ db: this.db, clock: processClock() }, this.program);
  }

  token(who: Recommender): Promise<string> {
    return aClickToken({ db: this.db, clock: processClock() }, who);
  }
}

/** Call it once, in `beforeAll`; it closes itself. */
export async function apiCalls(): Promise<ApiCalls> {
  const test = await testDatabase();
  const db = connectAs(test.urls.app);
  afterAll(() => db.close());
  await processClock().refresh();
  await aCompany(db);
  const program = await aProgram(db);
  const owner = await aStaffMember({ db, clock: processClock() }, { roles: ["owner"] });
  const { key } = await createApiKey({ name: "shop", scopes: ["track"], by: `person:${owner.id}` }, { db, clock: processClock() });
  return new ApiCalls(db, program, owner.id, key);
}
