import { apiDocument } from "~/http/api-document";
import { env } from "~/platform/env.server";
import { DOCUMENTED } from "./endpoints.server";

let document: string | undefined;

/** The OpenAPI document. Public, like the reference page; it changes with the program's version only. */
export function loader(): Response {
  document ??= JSON.stringify(apiDocument(DOCUMENTED, env().APP_URL));
  return new Response(document, { headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" } });
}
