import { browserCall } from "~/http/browser-call.server";
import { offerEndpoint } from "./browser-offer.server";

const call = browserCall(offerEndpoint);

export const loader = call;
export const action = call;
