/** Within how many business days a question is answered, as an appeal is (W18, W21). */
export const QUESTION_BUSINESS_DAYS = 5;

/** So many a champion may have open at once; each is about another day. */
export const MAX_OPEN_QUESTIONS = 5;

/** `name@host.tld` in any script, also written apart or with the sign spelled out. */
const ADDRESS = /[\p{L}\d._%+-]+\s*(?:@|＠|[([{]\s*(?:at|apenstaartje)\s*[)\]}])\s*[\p{L}\d-]+\s*(?:\.|[([{]\s*(?:dot|punt)\s*[)\]}])\s*\p{L}{2,}/iu;

/** Whether a note holds something like an e-mail address: we take nobody's, not even in passing (L1). */
export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text);
}
