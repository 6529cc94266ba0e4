// @ts-check

/**
 * Data that Python has packed: base64 of deflated JSON.
 * @template Data
 * @typedef {string & {readonly holds?: Data}} Packed
 */

/**
 * A column of few values as its runs: a value, and how often it follows itself.
 * @typedef {[value: string, length: number][]} Runs
 */

/**
 * A column in which most places are empty: its values by their place.
 * @template Value
 * @typedef {{[place: string]: Value | undefined}} Sparse
 */

/**
 * @template Data
 * @param {Packed<Data>} packed
 * @returns {Promise<Data>}
 */
async function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * A block of the page that is unpacked when it is first asked for, and once.
 * @template Data
 * @param {Packed<Data>} packed
 * @returns {() => Promise<Data>}
 */
export function lazily(packed) {
  /** @type {Promise<Data> | undefined} */
  let found;
  return () => {
    found ??= unpack(packed);
    return found;
  };
}

/** @param {number[]} differences @returns {Uint32Array} */
export function summed(differences) {
  const numbers = new Uint32Array(differences.length);
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    sum += differences[at];
    numbers[at] = sum;
  }
  return numbers;
}
