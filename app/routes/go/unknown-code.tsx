import { data } from "@remix-run/node";
import type { PageHandle } from "~/ui/page-handle";
import { UnknownCode } from "./LandingPage";

/** What is left over from `/r/…`: bytes that are no code, or nobody's. The click path answered the rest. */
export const loader = () => data(null, { status: 404 });
export const action = () => data(null, { status: 404 });

export const handle = { light: true, title: "share.landing.unknown.title" } satisfies PageHandle;

export default UnknownCode;
