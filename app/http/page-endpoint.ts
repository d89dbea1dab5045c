import type { z } from "zod";
import type { DescribedCall } from "./api-endpoint";

/** A call that a shop's pages make with a publishable key (P16): a GET with a query, or a POST with a body. */
export interface PageEndpoint<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType>
  extends DescribedCall<undefined, Input | undefined, Input | undefined, Answer> {
  method: "GET" | "POST";
  scope: null;
  /** How long a browser may keep the answer; nothing of a POST. */
  maxAgeSeconds?: number;
  handle(input: z.output<Input>, page: { network: string }): Promise<z.input<Answer>>;
}

/** Ties a handler to the types of its schemas. */
export function definePageEndpoint<Input extends z.ZodType, Answer extends z.ZodType>(
  { input, ...endpoint }: Omit<PageEndpoint<Input, Answer>, "scope" | "query" | "body" | "group"> & { input: Input },
): PageEndpoint {
  const told = endpoint.method === "GET" ? { query: input } : { body: input };
  return { ...endpoint, ...told, scope: null, group: "On your pages" } as unknown as PageEndpoint;
}
