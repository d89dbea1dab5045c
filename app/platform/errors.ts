/** A message key with its parameters: translated where it is shown, never where it is thrown. */
export interface UserMessage {
  key: string;
  values?: Record<string, string | number>;
}

interface AppErrorOptions {
  /** For the log: what happened, without personal data. */
  message: string;
  status: number;
  /** For the person: a key in the message files. */
  userMessage?: UserMessage;
  /** Plain facts for the log (ids, counts). */
  facts?: Record<string, string | number | boolean | null>;
  cause?: unknown;
}

/** The base of every error this product throws on purpose. One place turns it into a response. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly userMessage: UserMessage;
  readonly facts: Record<string, string | number | boolean | null>;

  constructor(code: string, options: AppErrorOptions) {
    super(options.message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.status = options.status;
    this.userMessage = options.userMessage ?? { key: `errors.${code}` };
    this.facts = options.facts ?? {};
  }
}

/** Not found and not yours are the same answer. */
export class NotFoundError extends AppError {
  constructor(what: string, facts: Record<string, string> = {}) {
    super("not_found", { message: `${what} not found`, status: 404, facts });
    this.name = "NotFoundError";
  }
}

/** The thing changed since the person looked at it: nothing was done. */
export class ConflictError extends AppError {
  constructor(code: string, message: string, facts: Record<string, string> = {}) {
    super(code, { message, status: 409, facts });
    this.name = "ConflictError";
  }
}

/** Signed in, but this act belongs to another role. */
export class ForbiddenError extends AppError {
  constructor(message: string) {
    super("forbidden", { message, status: 403 });
    this.name = "ForbiddenError";
  }
}

/** Too many tries; `retryAfterSeconds` goes into the Retry-After header. */
export class TooManyRequestsError extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super("too_many_requests", { message: "rate limit reached", status: 429, facts: { retryAfterSeconds } });
    this.name = "TooManyRequestsError";
  }
}
