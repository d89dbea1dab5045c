/** The prefix of every id, so that an id says what it names wherever it is met. */
export type IdPrefix =
  | "acc" | "apk" | "apl" | "aud" | "brd" | "chp" | "clk" | "cnv" | "cod" | "con" | "crd" | "cst" | "dsp" | "emc" | "ent"
  | "evt" | "fct" | "hnd" | "inv" | "lnk" | "mai" | "ntf" | "pky" | "po" | "prg" | "prv" | "psn" | "pub" | "pur" | "pli"
  | "ref" | "rfd" | "rhs" | "rwd" | "ses" | "stf" | "sub" | "tch" | "trm" | "tru" | "txn" | "vdc" | "wh" | "whd" | "inb"
  | "ins" | "rvl" | "prz" | "por" | "cau" | "dnt" | "prs" | "qst" | "drf" | "bat" | "lat" | "inq" | "frw";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Random bytes are fetched many at a time: most of what they cost is the asking. */
const random = new Uint8Array(4_096);
let randomLeft = 0;

/** The first part of an id, which those of one millisecond share. */
let headOf = 0;
let head = "";

/**
 * A prefixed id: 48 bits of milliseconds, then 80 random bits, in Crockford's base 32 (26 characters), so that
 * new rows land at the end of an index and nobody can guess a neighbour. Works in Node and in the browser.
 */
export function newId(prefix: IdPrefix): string {
  const now = Date.now();
  if (now !== headOf) [headOf, head] = [now, inBase32(now)];
  if (randomLeft === 0) {
    crypto.getRandomValues(random);
    randomLeft = random.length;
  }
  let tail = "";
  for (const end = randomLeft - 16; randomLeft > end; ) tail += ALPHABET.charAt((random[--randomLeft] ?? 0) % 32);
  return `${prefix}_${head}${tail}`;
}

function inBase32(time: number): string {
  let digits = "";
  for (let i = 0; i < 10; i++) {
    digits = ALPHABET.charAt(time % 32) + digits;
    time = Math.floor(time / 32);
  }
  return digits;
}
