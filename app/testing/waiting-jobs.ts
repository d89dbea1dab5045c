import type { JobName, JobPayloads } from "~/platform/jobs.server";
import { withClient } from "../../scripts/database-cluster";
import type { TestDatabase } from "./test-database";

/** A job that waits, with the seconds until it is called up. */
export interface WaitingJob<Name extends JobName> {
  payload: JobPayloads[Name];
  seconds: number;
}

/** Every job of a kind that waits, in the order in which they were added. */
export async function waitingJobs<Name extends JobName>({ urls }: TestDatabase, name: Name): Promise<WaitingJob<Name>[]> {
  return withClient(urls.worker, async (client) => {
    const { rows } = await client.query<WaitingJob<Name>>(
      `select j.payload, extract(epoch from j.run_at - now())::float8 as seconds
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = $1 order by j.id`,
      [name],
    );
    return rows;
  });
}

/** Takes the waiting jobs of a kind out, as a worker that carries them out does. */
export async function takeJobs<Name extends JobName>(test: TestDatabase, name: Name): Promise<WaitingJob<Name>["payload"][]> {
  const jobs = await waitingJobs(test, name);
  await withClient(test.urls.worker, (client) =>
    client.query(
      `delete from graphile_worker._private_jobs using graphile_worker._private_tasks t
        where task_id = t.id and t.identifier = $1`,
      [name],
    ),
  );
  return jobs.map(({ payload }) => payload);
}
