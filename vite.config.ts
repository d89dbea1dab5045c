import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";
import { browserScript } from "./scripts/browser-script";

declare module "@remix-run/node" {
  // Loader data keeps its types over the wire: dates, bigints.
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Adds the two processes as entries of the server build, so that web and worker share one set of
 * chunks and one command builds everything. Runs after the Remix plugin, which names one entry only.
 */
function processEntries(): Plugin {
  return {
    name: "vouch:process-entries",
    enforce: "post",
    apply: "build",
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? { build: { rollupOptions: { input: { web: "app/web.ts", worker: "app/worker.ts" } } } }
        : undefined,
  };
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), processEntries(), browserScript()],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", sourcemap: false },
  server: { watch: { ignored: ["**/.data/**"] } },
});
