import { ConflictError } from "~/platform/errors";

/** The person is a member already, waits for an answer, or was told to wait. */
export class CannotAskError extends ConflictError {
  constructor(status: string) {
    super("cannot_ask", "this person may not ask to join now", { status });
    this.name = "CannotAskError";
  }
}

/** The membership is not in a state from which this step leads. */
export class MembershipChangedError extends ConflictError {
  constructor(from: string, to: string) {
    super("membership_changed", "membership moved on meanwhile", { from, to });
    this.name = "MembershipChangedError";
  }
}

/** The invitation is used up, expired, withdrawn, or for another program. */
export class InvitationSpentError extends ConflictError {
  constructor() {
    super("invitation_spent", "invitation cannot be used");
    this.name = "InvitationSpentError";
  }
}
