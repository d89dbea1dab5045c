import { apiDoor } from "~/http/api.server";
import { ENDPOINTS } from "./endpoints.server";

export const loader = apiDoor(ENDPOINTS);

export const action = apiDoor(ENDPOINTS);
