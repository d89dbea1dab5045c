/**
 * The one place Remix is configured. `vite.config.ts` hands this object to the Vite plugin,
 * because the plugin never reads this file by itself.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  // One build makes two processes (web and worker), so the file name comes from the entry.
  serverBuildFile: "[name].js",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
