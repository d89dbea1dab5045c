import { apiDoor } from "~/http/api.server";
import { ENDPOINTS } from "./endpoints.server";

// The web process answers what is an address of the API ahead of this route (`api-handler.server.ts`).
export const loader = apiDoor(ENDPOINTS);

export const action = apiDoor(ENDPOINTS);
