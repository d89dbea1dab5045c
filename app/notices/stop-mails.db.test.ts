import { beforeAll, describe, expect, it } from "vitest";
import { anOutcomeMail, aReader } from "~/testing/builders/notices";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { listMailChoices, saveMailChoices } from "./mail-choices.server";
import { queueMail } from "./queue-mail.server";
import { readStopOffer, stopMails } from "./stop-mails.server";
import { signStopToken } from "./unsubscribe-token.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const statusOfNext = async (personId: string) => (await queueMail(anOutcomeMail(personId), test)).status;

describe("a stop link (L2)", () => {
  it("changes nothing when it is read, and stops that kind alone when it is used", async () => {
    const reader = await aReader(test.db);
    const token = signStopToken({ personId: reader.id, kind: "outcome" });
    expect(await readStopOffer(token, test)).toEqual({ kind: "outcome", stopped: false });
    expect(await statusOfNext(reader.id)).toBe("queued");
    await stopMails(token, test);
    await stopMails(token, test);
    expect(await readStopOffer(token, test)).toEqual({ kind: "outcome", stopped: true });
    expect(await statusOfNext(reader.id)).toBe("skipped");
    expect(await listMailChoices(reader.id, test)).toEqual([
      { kind: "outcome", wanted: false },
      { kind: "program", wanted: true },
    ]);
  });

  it("works for years", async () => {
    const reader = await aReader(test.db);
    const token = signStopToken({ personId: reader.id, kind: "program" });
    test.clock.advance({ days: 800 });
    expect((await stopMails(token, test)).stopped).toBe(true);
  });

  it("is nothing when a single character differs", async () => {
    const reader = await aReader(test.db);
    const token = signStopToken({ personId: reader.id, kind: "outcome" });
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === "A" ? "B" : "A";
      await expect(stopMails(token.slice(0, i) + other + token.slice(i + 1), test)).rejects.toMatchObject({ status: 404 });
    }
    for (const nonsense of ["", "x", "security.psn_1.x", `${token}=`, token.slice(0, -1), "__proto__.psn_1.x"]) {
      await expect(readStopOffer(nonsense, test)).rejects.toMatchObject({ status: 404 });
    }
    await expect(stopMails(signStopToken({ personId: "psn_nobody", kind: "outcome" }), test)).rejects.toMatchObject({ status: 404 });
    expect(await statusOfNext(reader.id)).toBe("queued");
  });
});

describe("choices", () => {
  it("are kept as ticked; what was not offered stays", async () => {
    const reader = await aReader(test.db);
    await stopMails(signStopToken({ personId: reader.id, kind: "staff" }), test);
    await saveMailChoices({ personId: reader.id, offered: ["outcome", "program"], wanted: ["program"] }, test);
    expect(await listMailChoices(reader.id, test)).toEqual([
      { kind: "outcome", wanted: false },
      { kind: "program", wanted: true },
      { kind: "staff", wanted: false },
    ]);
    await saveMailChoices({ personId: reader.id, offered: ["outcome", "program"], wanted: ["outcome", "program"] }, test);
    expect(await statusOfNext(reader.id)).toBe("queued");
  });
});
