/** `rwd_…:3`: a reward as it stood when somebody looked at it, in an address or a form. */
const ITEM = /^(rwd_[0-9a-z]{26}):(\d{1,9})$/;

/** No more than a page holds: a decision about many is still one a person looked at. */
export const MAX_ITEMS = 50;

export interface Item {
  rewardId: string;
  version: number;
}

export const writeItem = ({ rewardId, version }: Item): string => `${rewardId}:${version}`;

/** Reads what was picked; what is malformed is left out, and so is what stands there twice. */
export function readItems(texts: readonly string[]): Item[] {
  const items = texts.flatMap((text) => {
    const [, rewardId, version] = ITEM.exec(text) ?? [];
    return rewardId && version ? [{ rewardId, version: Number(version) }] : [];
  });
  return items
    .filter(({ rewardId }, i) => items.findIndex((other) => other.rewardId === rewardId) === i)
    .slice(0, MAX_ITEMS);
}
