// @ts-check

/**
 * Data that Python has packed: base64 of deflated JSON.
 * @param {string} packed
 * @returns {Promise<any>}
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
 * @param {string} packed
 * @returns {() => Promise<any>}
 */
export function lazily(packed) {
  /** @type {Promise<any> | undefined} */
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
