import type { LoaderFunctionArgs } from "@remix-run/node";
import { cardImage } from "~/http/share-assets.server";
import { fileAnswer } from "./file-answer";
import { ownShareKit } from "./share-kit.server";

/** The picture of a link for social media. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, company, championName, link, locale } = await ownShareKit(request, params.slug);
  const png = await cardImage({ version: program.version, company, championName, code: link.code, locale });
  return fileAnswer(png, { type: "image/png", name: `${link.code}-${locale}.png` });
}
