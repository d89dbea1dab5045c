import { browserCall } from "~/http/browser-call.server";
import { leadEndpoint } from "./browser-lead.server";

const call = browserCall(leadEndpoint);

export const loader = call;
export const action = call;
