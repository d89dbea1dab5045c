import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import pg from "pg";

/**
 * (b) The plain reference: `node:http` and `pg`, clicks written in batches with the day's totals, the redirect after the
 * commit, and no other work: no limits, no token, nothing read from the visitor, no header but the needed ones.
 */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { rows } = await client.query<{ key: string; link_id: string }>("select key, link_id from referral_code");
const links = new Map(rows.map(({ key, link_id }) => [key, link_id]));

const WRITE = {
  name: "write",
  text: `with written as (
    insert into clicks.click (id, occurred_at, link_id, program_id, counted, device, language, country, network_hash, agent_hash)
    select id, at, link_id, 'prg_bench', true, 'phone', 'nl', 'unknown', network, agent
      from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) as given(id, at, link_id, network, agent)
    on conflict do nothing
    returning (occurred_at at time zone 'UTC')::date as day, link_id
  )
  insert into clicks.daily as total (day, link_id, channel, counted, uncounted)
  select day, link_id, '', count(*), 0 from written group by 1, 2 order by 1, 2
  on conflict (day, link_id, channel) do update set counted = total.counted + excluded.counted`,
};

interface Click {
  id: string;
  linkId: string;
  at: string;
  address: string;
  res: ServerResponse;
}

const waiting: Click[] = [];
let writing = false;

async function writeAll() {
  writing = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 500);
    const column = (name: "id" | "linkId" | "at" | "address") => batch.map((click) => click[name]);
    const values = [column("id"), column("at"), column("linkId"), column("address"), column("id")];
    await client.query({ ...WRITE, values });
    for (const { res, id } of batch) res.writeHead(302, ["Location", `/l/BENCH?c=${id}`, "Content-Length", "0"]).end();
  }
  writing = false;
}

createServer((req, res) => {
  const linkId = links.get((req.url ?? "").slice(3));
  if (!linkId) return void res.writeHead(404).end();
  const address = req.headers["x-forwarded-for"] as string;
  waiting.push({ id: `clk_${randomUUID()}`, linkId, at: new Date().toISOString(), address, res });
  if (!writing) void writeAll();
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
