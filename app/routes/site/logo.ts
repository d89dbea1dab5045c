import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotFoundError } from "~/platform/errors";
import { findCompanyLogo } from "~/programs/find-company-logo.server";

/** The company's logo. Its address changes with every save, so a browser keeps it for ever. */
export async function loader({ params }: LoaderFunctionArgs) {
  const logo = await findCompanyLogo();
  if (!logo) throw new NotFoundError("logo");
  const current = params.version === logo.version;
  return new Response(logo.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": logo.type,
      "Content-Length": String(logo.bytes.length),
      // Mails show it, too, and some mail programs load pictures from within their own site.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": current ? "public, max-age=31536000, immutable" : "no-store",
    },
  });
}
