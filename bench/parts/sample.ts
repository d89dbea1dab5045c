import type pg from "pg";

/** The rows one sale left in one table, as text, in the table's own order of columns. */
export interface SampledTable {
  name: string;
  columns: string[];
  rows: (string | null)[][];
}

/** Everything one sale wrote. */
export interface Sample {
  /** In an order in which no row refers to one that comes later. */
  tables: SampledTable[];
  /** Arguments of `jobs.enqueue`. */
  jobs: (string | null)[][];
}

/**
 * Reads what the transaction of one sale inserted, whatever tables that were: PostgreSQL itself notes in each row which
 * transaction made it. So the reference follows when a sale begins to write more.
 * @param client a superuser's, for the job library's own tables
 */
export async function sampleOf(client: pg.Client, purchaseKey: string): Promise<Sample> {
  const { rows: found } = await client.query<{ xmin: string }>("select xmin::text from purchase where key = $1", [purchaseKey]);
  const made = found[0]?.xmin;
  if (!made) throw new Error(`no purchase ${purchaseKey} to take as a sample`);
  const tables: (SampledTable & { needs: string[] })[] = [];
  for (const { name, columns, needs } of await everyTable(client)) {
    const list = columns.map((column) => `"${column}"::text`).join(", ");
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${list} from ${name} where xmin::text = $1 order by ctid`, values: [made], rowMode: "array",
    });
    if (rows.length > 0) tables.push({ name, columns, needs, rows });
  }
  const { rows: jobs } = await client.query<(string | null)[]>({
    text: `select t.identifier, j.payload::text, q.queue_name, j.max_attempts::text, j.key
             from graphile_worker._private_jobs j
             join graphile_worker._private_tasks t on t.id = j.task_id
             left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
            where j.xmin::text = $1`,
    values: [made], rowMode: "array",
  });
  return { tables: inOrder(tables), jobs };
}

/** Every table of the product with those it refers to; without the columns a sequence fills. */
async function everyTable(client: pg.Client): Promise<{ name: string; columns: string[]; needs: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
               left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like 'nextval%') as columns,
            array(select f.confrelid::regclass::text from pg_constraint f
                   where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`,
  );
  return rows;
}

/** Those first that others refer to. */
function inOrder<Table extends { name: string; needs: string[] }>(tables: readonly Table[]): Table[] {
  const left = new Set(tables);
  const placed: Table[] = [];
  while (left.size > 0) {
    const waitsFor = ({ needs }: Table) => needs.some((name) => [...left].some((table) => table.name === name));
    const free = [...left].filter((table) => !waitsFor(table));
    if (free.length === 0) throw new Error("tables that refer to each other in a ring");
    for (const table of free) {
      placed.push(table);
      left.delete(table);
    }
  }
  return placed;
}
