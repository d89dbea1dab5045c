import * as build from "virtual:remix/server-build";
import { createWebApp } from "~/http/web-app.server";
console.log(createWebApp, build);
