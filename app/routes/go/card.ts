import type { LoaderFunctionArgs } from "@remix-run/node";
import { assetLocale, cardImage } from "~/http/share-assets.server";
import { findRecommendation } from "~/journeys/known-recommendations.server";
import { rootDb } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";

/** The picture messengers show beside a link: what the landing page says, disclosure included (L4). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await rootDb.transaction("card-of-link", (tx) => findRecommendation(tx, params.code ?? ""));
  if (!found?.open) throw new NotFoundError("card");
  const { program, company, championName, link } = found;
  const locale = assetLocale(request);
  const image = await cardImage({ version: program.version, company, championName, code: link.currentCode, locale });
  const headers = { "Content-Type": "image/png", "Cache-Control": "public, max-age=3600" };
  return new Response(new Uint8Array(image), { headers });
}
