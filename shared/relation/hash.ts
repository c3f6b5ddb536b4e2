/**
 * A short, stable name for a text: 64 bits as sixteen hexadecimal digits.
 *
 * Two FNV-1a lanes (Fowler, Noll & Vo) with different primes and a final avalanche (MurmurHash3's mixer). Not for
 * secrets; for telling some hundred thousand relations apart (chance of any clash about 1e-9).
 */

function avalanche(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 64-bit hash as two unsigned 32-bit words. */
export type Hash = readonly [number, number];

export function hashOf(text: string): Hash {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  const high = avalanche(a ^ text.length);
  return [high, avalanche(b ^ high)];
}

function hex([high, low]: Hash): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

export function hash64(text: string): string {
  return hex(hashOf(text));
}

/** One name for a bag of hashes, whatever their order: sums of mixed words, mixed again. */
export function hashBag(hashes: readonly Hash[]): string {
  let a = hashes.length;
  let b = 0;
  for (const [high, low] of hashes) {
    a = (a + avalanche(high ^ 0x9e3779b9)) | 0;
    b = (b + avalanche(low ^ high)) | 0;
  }
  const mixed = avalanche(a ^ (b >>> 7));
  return hex([mixed, avalanche(b ^ mixed)]);
}
