import type { z } from "zod";
import type { ApiScope } from "~/identity/api-key";
import type { ApiExample } from "./api-example";

/** Who calls. */
export interface ApiCaller {
  /** The key, for histories and the audit trail: `api:apk_…`. */
  by: string;
}

/** What a handler answers: a body that its schema describes, and a status when it is not the first declared one. */
export interface ApiAnswer<Body> {
  status?: number;
  body: Body;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** One address and method below `/api/v1`, as the document, the reference page and the tests know it. */
export interface DescribedCall<Params = z.ZodType | undefined, Query = z.ZodType | undefined, Body = z.ZodType | undefined, Answer extends z.ZodType = z.ZodType> {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with `{name}` for a parameter. */
  path: `/${string}`;
  /** The name of the call in clients that are made from the document. */
  operationId: string;
  /** The heading it stands under on the reference page. */
  group: string;
  /** What a secret key needs; null is for pages, with a publishable key (P16). */
  scope: ApiScope | null;
  summary: string;
  /** Paragraphs for the developer, in plain English. */
  description: string;
  /** Of the parameters in the path. A value that does not fit names nothing: 404. */
  params?: Params;
  /** Strict objects of strings; each parameter may come once. */
  query?: Query;
  /** A strict object; only of a call that changes something. */
  body?: Body;
  answer: Answer;
  /** The statuses it answers with when it goes well, with what each says; the usual one first. */
  answers: Readonly<Record<number, string>>;
  /** Its own refusals beside those of every address (`COMMON_REFUSALS`): status and reasons. */
  refusals?: Readonly<Record<number, readonly string[]>>;
  examples: readonly [ApiExample, ...ApiExample[]];
}

/** A call of a shop's server: what the door needs besides. */
export interface Endpoint<Params = z.ZodType | undefined, Query = z.ZodType | undefined, Body = z.ZodType | undefined, Answer extends z.ZodType = z.ZodType>
  extends DescribedCall<Params, Query, Body, Answer> {
  scope: ApiScope;
  handle(input: { params: Parsed<Params>; query: Parsed<Query>; body: Parsed<Body> }, caller: ApiCaller): Promise<ApiAnswer<z.input<Answer>>>;
}

/** Ties a handler to the types of its schemas; the list of endpoints needs no more than their common shape. */
export function defineEndpoint<
  Answer extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(endpoint: Endpoint<Params, Query, Body, Answer>): Endpoint {
  return endpoint as Endpoint;
}
