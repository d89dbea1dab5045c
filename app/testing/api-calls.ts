import { afterAll, expect } from "vitest";
import { findAddress } from "~/http/api-addresses";
import { apiDoor, responseOf } from "~/http/api.server";
import { COMMON_REFUSALS } from "~/http/api-error.server";
import { refusalsOf } from "~/http/api-refusals";
import { errorAnswer } from "~/http/api-shapes";
import { API_SCOPES, type ApiScope } from "~/identity/api-key";
import { createApiKey } from "~/identity/create-api-key.server";
import { connectAs, connectReportsAs, processClock } from "~/platform/deps.server";
import type { PostgresDatabase } from "~/platform/db.server";
import type { LiveProgram } from "~/programs/program";
import { ENDPOINTS } from "~/routes/api/endpoints.server";
import { aClickToken, aRecommender, type Recommender } from "./builders/attribution";
import { aStaffMember } from "./builders/identity";
import { aCompany, aProgram } from "./builders/programs";
import { testDatabase } from "./test-database";

const door = apiDoor(ENDPOINTS);

export interface Call {
  method?: string;
  bearer?: string | null;
  type?: string;
  raw?: BodyInit;
  url?: string;
  /** The page that calls, when it is one. */
  origin?: string;
}

interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at field by field
  body: any;
}

/** The API of this process, on a database of the test file's own, with a program and a key that may do everything. */
export class ApiCalls {
  #count = 0;

  constructor(
    readonly db: PostgresDatabase,
    readonly program: LiveProgram,
    readonly ownerId: string,
    public key: string,
  ) {}

  /** Goes on with another key, whose limit nothing has counted against yet. */
  async takeNewKey(): Promise<void> {
    this.key = await this.aKey([...API_SCOPES]);
  }

  /** Makes a call, a POST unless told otherwise. Its answer must be one that the endpoint declares, field for field. */
  async call(path: string, body: unknown, how: Call = {}): Promise<Answer> {
    const { method = "POST", bearer = this.key, type = "application/json", raw, url, origin } = how;
    const request = new Request(url ?? `http://localhost:3000/api/v1/${path}`, {
      method,
      headers: { "Content-Type": type, ...(bearer && { Authorization: `Bearer ${bearer}` }) },
      ...(method !== "GET" && method !== "HEAD" && { body: raw ?? JSON.stringify(body) }),
    });
    const response = responseOf(await door({ request, context: { requestId: "evt_test", origin } }));
    const answer = { status: response.status, headers: response.headers, body: response.body ? await response.json() : null };
    expectDeclared(method, new URL(request.url).pathname, answer);
    return answer;
  }

  get(path: string, how: Call = {}): Promise<Answer> {
    return this.call(path, undefined, { method: "GET", ...how });
  }

  async aKey(scopes: ApiScope[]): Promise<string> {
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

/** No field leaves that the document does not name, and no refusal has a reason it does not know. */
function expectDeclared(method: string, path: string, { status, body }: Answer): void {
  const endpoint = findAddress(ENDPOINTS, path.slice("/api/v1".length))?.byMethod.get(method === "HEAD" ? "GET" : method);
  if (status < 400) {
    if (body === null) return;
    expect(endpoint?.answers).toHaveProperty(String(status));
    expect(endpoint?.answer.safeParse(body).error).toBeUndefined();
  } else {
    expect(errorAnswer.safeParse(body).error).toBeUndefined();
    const possible = endpoint ? refusalsOf(endpoint) : COMMON_REFUSALS;
    expect(possible[status] ?? []).toContain(body.error.reason);
  }
}

/** Call it once, in `beforeAll`; it closes itself. */
export async function apiCalls(): Promise<ApiCalls> {
  const test = await testDatabase();
  const db = connectAs(test.urls.app);
  const reports = connectReportsAs(test.urls.report);
  afterAll(() => Promise.all([db.close(), reports.close()]));
  await processClock().refresh();
  await aCompany(db);
  const program = await aProgram(db);
  const owner = await aStaffMember({ db, clock: processClock() }, { roles: ["owner"] });
  const { key } = await createApiKey({ name: "shop", scopes: [...API_SCOPES], by: `person:${owner.id}` }, { db, clock: processClock() });
  return new ApiCalls(db, program, owner.id, key);
}
