/** The routes as the Vite plugin builds them; see `remix.config.js`. */
declare module "virtual:remix/server-build" {
  import type { ServerBuild } from "@remix-run/node";
  export const assets: ServerBuild["assets"];
  export const assetsBuildDirectory: ServerBuild["assetsBuildDirectory"];
  export const basename: ServerBuild["basename"];
  export const entry: ServerBuild["entry"];
  export const future: ServerBuild["future"];
  export const isSpaMode: ServerBuild["isSpaMode"];
  export const mode: ServerBuild["mode"];
  export const publicPath: ServerBuild["publicPath"];
  export const routes: ServerBuild["routes"];
}

/** The text of `/vouch.js`; made by `scripts/browser-script.ts`. */
declare module "virtual:vouch-script" {
  const source: string;
  export default source;
}

/** Hosts of providers that give addresses to everybody. */
declare module "email-providers" {
  const hosts: string[];
  export default hosts;
}
