import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { beforeAll, expect, inject, it } from "vitest";
import { testDatabase } from "~/testing/test-database";
import { withClient } from "../scripts/database-cluster";
import { projectRoot } from "../scripts/project-root";
import { schemaSql } from "../scripts/schema-engine";

/** What the Prisma client relies on: columns with their types, the values of enums, and unique indexes. */
const CATALOGUE = {
  columns: `select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as line
              from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'`,
  enums: `select t.typname || '=' || string_agg(e.enumlabel, ',' order by e.enumsortorder) as line
            from pg_enum e join pg_type t on t.oid = e.enumtypid group by t.typname`,
  indexes: `select regexp_replace(indexdef, 'public\\.', '', 'g') as line from pg_indexes
             where schemaname = 'public' and tablename <> '_prisma_migrations'`,
};

let migratedUrl: string;
let wantedUrl: string;

beforeAll(async () => {
  migratedUrl = (await testDatabase()).urls.migrate;
  const { adminUrl } = inject("cluster");
  await withClient(adminUrl, (client) => client.query("create database schema_as_written"));
  wantedUrl = adminUrl.replace(/\/postgres$/, "/schema_as_written");
  const ground = readFileSync(join(projectRoot, "prisma", "migrations", "20261101000000_platform", "migration.sql"), "utf8");
  const sql = await schemaSql(wantedUrl);
  await withClient(wantedUrl, async (client) => {
    await client.query(ground);
    await client.query(sql);
  });
});

const read = (url: string, sql: string) =>
  withClient(url, async (client: pg.Client) => (await client.query<{ line: string }>(sql)).rows.map((row) => row.line).sort());

it.each(Object.entries(CATALOGUE))("the migrations make what the Prisma schema says: %s", async (what, sql) => {
  const [migrated, wanted] = [await read(migratedUrl, sql), await read(wantedUrl, sql)];
  if (what === "indexes") expect(migrated).toEqual(expect.arrayContaining(wanted));
  else expect(migrated).toEqual(wanted);
});
