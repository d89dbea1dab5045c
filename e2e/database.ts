import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Product } from "./product";

/** The product's own database, for what a `SELECT` tells better than a page. The caller ends the pool. */
export function databaseOf({ dataDir, databasePort }: Product): pg.Pool {
  const { postgresPassword } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { postgresPassword: string };
  return new pg.Pool({ connectionString: `postgresql://postgres:${postgresPassword}@127.0.0.1:${databasePort}/vouch`, max: 3 });
}
