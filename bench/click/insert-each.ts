import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

/** (d) What most would write first: one awaited INSERT for each click. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { rows } = await pool.query<{ key: string; link_id: string }>("select key, link_id from referral_code");
const links = new Map(rows.map(({ key, link_id }) => [key, link_id]));

const INSERT = {
  name: "insert",
  text: `insert into clicks.click (id, occurred_at, link_id, program_id, counted, device, language, country, network_hash, agent_hash)
    values ($1, now(), $2, 'prg_bench', true, 'phone', 'nl', 'unknown', $3, $1)`,
};

createServer((req, res) => {
  const linkId = links.get((req.url ?? "").slice(3));
  if (!linkId) return void res.writeHead(404).end();
  const id = `clk_${randomUUID()}`;
  pool.query({ ...INSERT, values: [id, linkId, req.headers["x-forwarded-for"]] }).then(
    () => res.writeHead(302, ["Location", `/l/BENCH?c=${id}`, "Content-Length", "0"]).end(),
    () => res.writeHead(500).end(),
  );
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
