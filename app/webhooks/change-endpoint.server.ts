import type { Tx } from "~/platform/db.server";
import { ROTATION_MS } from "./attempt-times";
import type { EndpointInput } from "./endpoint-input";
import { newEndpointSecret } from "./endpoint-secret.server";
import { lockEndpoint, updateEndpoint } from "./endpoint-store.server";

interface EndpointChange extends Partial<Omit<EndpointInput, "url">> {
  id: string;
  /** On or off; on begins with a clean record. */
  on?: boolean;
  now: Date;
}

/** Changes what is given; another address is another endpoint. @throws NotFoundError */
export async function changeEndpoint(tx: Tx, { id, on, now, ...input }: EndpointChange): Promise<void> {
  const { switchedOffAt } = await lockEndpoint(tx, id);
  const turned = on !== undefined && on === (switchedOffAt !== null);
  await updateEndpoint(tx, id, {
    ...input,
    ...(turned && {
      switchedOffAt: on ? null : now,
      switchedOffBecause: on ? null : "by_hand",
      failingSince: null,
    }),
  });
}

/**
 * Gives an endpoint a new secret; the old one signs beside it for a day, so that the host can change over at any hour
 * (P13). A third one ends the first at once. @returns the new one, shown this once @throws NotFoundError
 */
export async function rotateSecret(tx: Tx, { id, now }: { id: string; now: Date }): Promise<{ secret: string; oldUntil: Date }> {
  const { secretSealed } = await lockEndpoint(tx, id);
  const { secret, sealed } = newEndpointSecret();
  const oldUntil = new Date(now.getTime() + ROTATION_MS);
  await updateEndpoint(tx, id, { secretSealed: sealed, previousSecretSealed: secretSealed, previousUntil: oldUntil });
  return { secret, oldUntil };
}
