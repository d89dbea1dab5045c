import type { Tx } from "~/platform/db.server";

/** Keyed hashes of where somebody signs in from (R39). */
export interface SignInNetwork {
  networkHash: string;
  /** The same network under the key before, in the days after a change of keys. */
  formerNetworkHash: string | null;
  /** Empty for a browser that names itself not at all. */
  agentHash: string;
}

/** Keeps the latest sign-in from a network with a browser. */
export async function upsertSignInNetwork(tx: Tx, personId: string, network: SignInNetwork, signedInAt: Date): Promise<void> {
  const { networkHash, agentHash, formerNetworkHash } = network;
  await tx.signInNetwork.upsert({
    where: { personId_networkHash_agentHash: { personId, networkHash, agentHash } },
    create: { personId, ...network, signedInAt },
    update: { formerNetworkHash, signedInAt },
  });
}

export async function deleteSignInNetworksBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.signInNetwork.deleteMany({ where: { signedInAt: { lt: before } } })).count;
}
