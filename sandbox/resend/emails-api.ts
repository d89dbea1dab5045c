import { randomUUID } from "node:crypto";
import type { Router } from "express";
import { ApiError, notFound } from "./api-error";
import { apiRoute, type ApiCall, type ApiParts } from "./api-route";
import type { Mail, StoredAnswer } from "./entries";
import type { MailCourse } from "./mail-course";
import { pageOf } from "./pagination";
import type { SandboxState } from "./state";
import { bareAddress, listOf, parseEmail, type SendEmailRequest } from "./validate";

const MAX_BATCH = 100;

/** `/emails`, `/emails/batch`, `/emails/:id`. */
export function emailsApi(router: Router, parts: ApiParts, course: MailCourse): void {
  const { state } = parts;

  const accept = (
    call: ApiCall,
    requests: SendEmailRequest[],
    show: (mails: Mail[]) => object
  ): StoredAnswer => {
    const at = state.now().toISOString();
    const mails = requests.map((request) =>
      mailFrom(request, at, call.header("idempotency-key") ?? null, state)
    );
    const answer = { status: 200, body: show(mails) };
    state.record({ kind: "mails.accepted", at, mails, answer, claim: call.claim });
    for (const mail of mails) course.start(mail);
    return answer;
  };

  const send = (call: ApiCall) => accept(call, [parseEmail(call.body)], ([mail]) => ({ id: mail?.id }));

  const sendBatch = (call: ApiCall): StoredAnswer => {
    if (!Array.isArray(call.body))
      throw new ApiError(422, "validation_error", "The request body must be an array.");
    if (call.body.length === 0 || call.body.length > MAX_BATCH) {
      throw new ApiError(422, "validation_error", `A batch holds 1 to ${MAX_BATCH} emails.`);
    }
    const permissive = batchMode(call.header("x-batch-validation")) === "permissive";
    const good: SendEmailRequest[] = [];
    const errors: { index: number; message: string }[] = [];
    for (const [index, body] of call.body.entries()) {
      try {
        good.push(parseEmail(body));
      } catch (error) {
        if (!permissive || !(error instanceof ApiError)) throw error;
        errors.push({ index, message: error.message });
      }
    }
    return accept(call, good, (mails) => {
      const data = mails.map((mail) => ({ id: mail.id }));
      return permissive ? { data, errors } : { data };
    });
  };

  const get = (call: ApiCall): StoredAnswer => {
    const mail = state.mails.get(call.params.id ?? "");
    if (!mail) throw notFound("Email");
    return { status: 200, body: emailBody(state, mail) };
  };

  const list = (call: ApiCall): StoredAnswer => ({
    status: 200,
    body: pageOf(state.newestMails(), call.query, (mail) => {
      const { html: _html, text: _text, tags: _tags, ...listed } = emailBody(state, mail);
      return listed;
    }),
  });

  router.post("/emails", apiRoute(parts, send, { idempotent: true }));
  router.post("/emails/batch", apiRoute(parts, sendBatch, { idempotent: true }));
  router.get("/emails", apiRoute(parts, list));
  router.get("/emails/:id", apiRoute(parts, get));
}

function batchMode(header: string | undefined): "strict" | "permissive" {
  const mode = header ?? "strict";
  if (mode === "strict" || mode === "permissive") return mode;
  throw new ApiError(422, "validation_error", "`x-batch-validation` must be `strict` or `permissive`.");
}

function mailFrom(
  request: SendEmailRequest,
  at: string,
  idempotencyKey: string | null,
  state: SandboxState
): Mail {
  const id = randomUUID();
  const to = listOf(request.to);
  return {
    id,
    messageId: `<${id}@resend.sandbox>`,
    createdAt: at,
    from: request.from,
    to,
    cc: listOf(request.cc),
    bcc: listOf(request.bcc),
    replyTo: listOf(request.reply_to),
    subject: request.subject,
    html: request.html ?? null,
    text: request.text ?? null,
    headers: (request.headers ?? {}) as Record<string, string>,
    tags: (request.tags ?? []).map((tag) => ({ name: tag.name ?? "", value: tag.value ?? "" })),
    attachments: (request.attachments ?? []).map((file) => ({
      filename: file.filename ?? file.path ?? "attachment",
      contentType: file.content_type ?? "application/octet-stream",
      bytes: Buffer.byteLength(file.content ?? "", "base64"),
    })),
    idempotencyKey,
    suppressed: to.map(bareAddress).filter((address) => state.suppressionFor(address)),
  };
}

function emailBody(state: SandboxState, mail: Mail) {
  const last = state.eventsOf(mail.id).findLast((event) => event.type.startsWith("email."));
  return {
    object: "email",
    id: mail.id,
    message_id: mail.messageId,
    to: mail.to,
    from: mail.from,
    created_at: mail.createdAt,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    bcc: mail.bcc,
    cc: mail.cc,
    reply_to: mail.replyTo,
    last_event: last?.type.slice("email.".length) ?? "queued",
    scheduled_at: null,
    tags: mail.tags,
  };
}
