import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiDoor, responseOf } from "~/http/api.server";
import { ENDPOINTS } from "./endpoints.server";

// The web process answers what is an address of the API ahead of this route (`api-handler.server.ts`).
const door = apiDoor(ENDPOINTS);

export const loader = async (call: LoaderFunctionArgs) => responseOf(await door(call));

export const action = loader;
