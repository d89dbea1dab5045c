import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { BundledOutcome } from "./mail-values";
import { insertMail, listMembers, updateMail, type MailRow } from "./outbox-store.server";
import { findRecipient, readBrand } from "./recipient-store.server";
import { renderRequest } from "./render-request.server";
import { scheduleMail } from "./schedule-mail.server";
import { seal, unseal } from "./sealed-mail.server";

/** Where a summary leads: every program of the person. */
const ALL_PROGRAMS = "/portal";

/**
 * Lets a mail go out inside the one that waits already. The first time that one becomes a summary with two pieces of
 * news; nothing is dropped, and one mail goes out where there would have been several.
 * @param waiting the mail of this person that waits for its turn, locked by the caller
 */
export async function joinBundle(tx: Tx, waiting: MailRow, mailId: string, now: Date): Promise<void> {
  const bundle = waiting.template === "bundle" ? waiting : await startBundle(tx, waiting, now);
  await updateMail(tx, mailId, { status: "bundled", bundleId: bundle.id });
  const members = await listMembers(tx, bundle.id);
  await updateMail(tx, bundle.id, await render(tx, bundle, members, now));
}

/**
 * Writes a waiting summary anew after one of its mails was withdrawn.
 * @returns false when nothing is left to say
 */
export async function leaveBundle(tx: Tx, bundle: MailRow, now: Date): Promise<boolean> {
  const members = await listMembers(tx, bundle.id);
  if (members.length > 0) await updateMail(tx, bundle.id, await render(tx, bundle, members, now));
  return members.length > 0;
}

async function startBundle(tx: Tx, first: MailRow, now: Date): Promise<MailRow> {
  const bundle: MailRow = {
    ...first,
    id: newId("mai"),
    template: "bundle",
    kind: "outcome",
    subjectId: first.personId,
    purpose: first.notBefore.toISOString(),
    queuedAt: now,
  };
  await insertMail(tx, bundle);
  await updateMail(tx, first.id, { status: "bundled", bundleId: bundle.id });
  await scheduleMail(tx, bundle, bundle.notBefore, now);
  return bundle;
}

async function render(tx: Tx, bundle: MailRow, members: MailRow[], now: Date): Promise<ReturnType<typeof seal>> {
  const recipient = await findRecipient(tx, bundle.personId);
  if (!recipient?.email) throw new Error(`${bundle.id} lost its reader between two reads`);
  const outcomes = members
    .map((member) => (member.bytesSealed ? unseal(member.bytesSealed).outcome : null))
    .filter((outcome): outcome is BundledOutcome => outcome !== null);
  const { body } = renderRequest({
    template: "bundle",
    values: { outcomes, path: ALL_PROGRAMS },
    mailId: bundle.id,
    personId: bundle.personId,
    recipient,
    to: recipient.email,
    brand: await readBrand(tx),
    now,
  });
  return seal({ body, pinned: false, outcome: null });
}
