import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { projectRoot } from "./project-root";

/**
 * The SQL that makes an empty database what `prisma/schema` says, by Prisma's schema engine as WebAssembly, without a
 * native binary. The engine asks a database for its version, so it needs one to connect to (docs/decisions/005-migrations-without-a-download.md).
 */
export async function schemaSql(connectionString: string): Promise<string> {
  const engine = await instantiate(connectionString);
  const result = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}

/** The package expects a bundler to load its WebAssembly; Node needs it done by hand. */
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
  return glue.SchemaEngine.new(
    { datamodels: schemaFiles().map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
  );
}

function schemaFiles(): { path: string; content: string }[] {
  const folder = join(projectRoot, "prisma", "schema");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));
}
