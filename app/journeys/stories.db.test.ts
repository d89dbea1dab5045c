import { beforeAll, describe, expect, it } from "vitest";
import { aCompany } from "~/testing/builders/programs";
import { allStories } from "~/testing/stories/all-stories";
import { asExpected } from "~/testing/stories/story-outcome";
import { tellOnPostgresql } from "~/testing/stories/tell-on-postgresql";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

describe("golden stories, through the journeys on PostgreSQL", () => {
  it.each(allStories().map((story) => [story.title, story] as const))("%s", async (_title, story) => {
    expect(asExpected(await tellOnPostgresql(story, test), story.expected)).toEqual([...story.expected].sort());
  });
});
