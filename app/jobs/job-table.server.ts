import type { JobName, JobPayloads } from "~/platform/jobs.server";

type Handler<Name extends JobName> = (payload: JobPayloads[Name]) => Promise<unknown>;

/** What the worker can do: one handler per kind of job. Each may run twice. */
export const jobTable: Partial<{ [Name in JobName]: Handler<Name> }> = {};
