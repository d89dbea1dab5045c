import type { Pool } from "pg";
import type { Clock } from "./clock.server";
import { DatabaseClock } from "./clock.server";
import { PostgresDatabase, type Database } from "./db.server";
import { env } from "./env.server";

/** What every use case may be given instead of the process's own parts: a joined transaction, a test clock. */
export interface Deps {
  db?: Database;
  clock?: Clock;
}

let database: PostgresDatabase | undefined;
let databaseClock: DatabaseClock | undefined;

/** Chooses the role this process connects as. Called once, before the first use; the web role is the default. */
export function connectAs(connectionString: string, options: { poolSize?: number } = {}): PostgresDatabase {
  database = new PostgresDatabase(connectionString, options);
  databaseClock = new DatabaseClock(database.pool);
  return database;
}

/** This process's database; opened on first use, so that importing a use case connects to nothing. */
export function processDatabase(): PostgresDatabase {
  return database ?? connectAs(env().DATABASE_URL);
}

/** This process's clock, kept in step with `app_now()`. */
export function processClock(): DatabaseClock {
  processDatabase();
  return databaseClock as DatabaseClock;
}

/** Where counts and notes of use go that a crash of PostgreSQL may forget: of a use case's database, or this process's. */
export function countersOf(db?: Database): Pool {
  return db instanceof PostgresDatabase ? db.counters : processDatabase().counters;
}

/** The default of `Deps.db`. */
export const rootDb: Database = {
  transaction: (name, work) => processDatabase().transaction(name, work),
};

/** The default of `Deps.clock`. */
export const systemClock: Clock = { now: () => processClock().now() };

let reportDatabase: PostgresDatabase | undefined;

/** Chooses what reports read from. Called once, before the first; the environment's connection is the default. */
export function connectReportsAs(connectionString: string): PostgresDatabase {
  reportDatabase = new PostgresDatabase(connectionString, { poolSize: 3 });
  return reportDatabase;
}

/** The read-only connection of the role `report`: sees no addresses and can write nothing. */
export const reportDb: Database = {
  transaction(name, work) {
    return (reportDatabase ?? connectReportsAs(env().DATABASE_URL_REPORT)).transaction(name, work);
  },
};
