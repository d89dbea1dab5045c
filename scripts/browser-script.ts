import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformWithEsbuild, type Plugin } from "vite";
import { projectRoot } from "./project-root";

const SOURCE = join(projectRoot, "app", "browser-script", "vouch.ts");
const MODULE = "virtual:vouch-script";

/** The text of `/vouch.js`, for any browser of the last five years. */
export async function buildBrowserScript(): Promise<string> {
  const source = readFileSync(SOURCE, "utf8");
  const { code } = await transformWithEsbuild(source, SOURCE, {
    format: "iife", minify: true, target: "es2020", charset: "ascii", sourcemap: false, legalComments: "none",
  });
  return code.trim();
}

/** Hands that text to the web process as a module, so that one build makes everything. */
export function browserScript(): Plugin {
  return {
    name: "vouch:browser-script",
    resolveId: (name) => (name === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      this.addWatchFile(SOURCE);
      return `export default ${JSON.stringify(await buildBrowserScript())}`;
    },
  };
}
