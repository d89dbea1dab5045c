import { browserCall } from "~/http/browser-call.server";
import { claimEndpoint } from "./browser-claim.server";

const call = browserCall(claimEndpoint);

export const loader = call;
export const action = call;
