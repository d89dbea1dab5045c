import type { LoaderFunctionArgs } from "@remix-run/node";
import { posterFile } from "~/http/share-assets.server";
import { fileAnswer } from "./file-answer";
import { ownShareKit } from "./share-kit.server";

/** The A4 poster of a link, to print and put up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, company, championName, link, locale } = await ownShareKit(request, params.slug);
  const pdf = await posterFile({ version: program.version, company, championName, code: link.code, locale });
  return fileAnswer(pdf, { type: "application/pdf", name: `${link.code}-${locale}.pdf` });
}
