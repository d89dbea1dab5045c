import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { getShareKit } from "~/journeys/get-share-kit.server";
import { env } from "~/platform/env.server";
import { recordFunnelEvent } from "~/sharing/record-funnel-event.server";
import { SHARE_CHANNELS } from "~/sharing/share-channel";
import { partsFor, shareTarget } from "~/sharing/share-text";
import { readVisit } from "~/sharing/visit.server";
import { kitTexts, ownShareKit } from "./share-kit.server";

const schema = z.object({ channel: z.enum(SHARE_CHANNELS), link: z.string().max(40) });

/** A share button was pressed, told by the page's script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { championId } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { link } = await getShareKit({ championId, linkId: form.value.link });
  await recordFunnelEvent({ kind: "share_pressed", championId, linkId: link.id, channel: form.value.channel });
  return new Response(null, { status: 204 });
}

/**
 * The same without a script: a link that notes the press and goes on to the channel. Where it leads stands in
 * `shareTarget`; nothing of the request is in the host.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kit = await ownShareKit(request, params.slug);
  const channel = schema.shape.channel.safeParse(new URL(request.url).searchParams.get("channel"));
  const texts = kitTexts(kit, kit.locale);
  const target = channel.success ? shareTarget(channel.data, partsFor(texts, channel.data, texts.words)) : null;
  if (!target || !channel.success) return redirect(`/portal/${kit.program.slug}/share`);
  if (isPress(request)) {
    const event = { kind: "share_pressed", championId: kit.championId, linkId: kit.link.id, channel: channel.data } as const;
    await recordFunnelEvent(event);
  }
  return redirect(target);
}

/** Only a press on our own page counts: not a page fetched ahead, not a link on another site. */
function isPress(request: Request): boolean {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const ownHost = new URL(env().APP_URL).host;
  const visit = readVisit({ method: request.method, header, via: null, behindProxy: false, ownHost });
  return visit.uncountedBecause === null && !["cross-site", "same-site"].includes(header("sec-fetch-site") ?? "");
}
