import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { projectRoot } from "./project-root";

const schemaFolder = join(projectRoot, "prisma", "schema");
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as the WebAssembly package of the same release, so that migrating needs no download of a
 * native binary (docs/decisions/005-migrations-without-a-download.md).
 */
export async function openSchemaEngine(connectionString: string) {
  const engine = await instantiate(connectionString);
  return {
    /** The SQL that makes an empty database what the Prisma schema says. */
    async createScript(): Promise<string> {
      const result = await engine.diff({
        from: { tag: "empty" },
        to: { tag: "schemaDatamodel", files: schemaFiles() },
        script: true,
        exitCode: null,
        filters: NO_FILTER,
      });
      return result.stdout ?? "";
    },
  };
}

async function instantiate(connectionString: string): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"), "..");
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as {
    SchemaEngine: typeof SchemaEngine;
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
  return glue.SchemaEngine.new({ datamodels: schemaFiles().map(({ path, content }) => [path, content]) }, () => undefined, adapter);
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), "utf8") }));
}
