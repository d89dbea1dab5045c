import { join } from "node:path";
import { build } from "vite";
import { projectRoot } from "../../scripts/project-root";

/** Builds a process that calls modules of the product as the product itself is built. @returns the file to start */
export async function bundle(entry: string, name: string): Promise<string> {
  const outDir = join(projectRoot, "build", "bench");
  await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: "error",
    resolve: { alias: { "~": join(projectRoot, "app") } },
    build: { ssr: entry, outDir, emptyOutDir: false, target: "es2022", rollupOptions: { output: { entryFileNames: `${name}.js` } } },
  });
  return join(outDir, `${name}.js`);
}
