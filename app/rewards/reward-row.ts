import type { Prisma } from "../../prisma/generated/client";

/** A reward as it is stored. */
export type RewardRow = Prisma.RewardGetPayload<object>;
