// Plain lines that say what is being waited for; no dependencies, because it runs before any is installed.

/**
 * Shows `label` while `work` runs, a sign of life every ten seconds, and how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {NodeJS.WritableStream} stream
 * @returns {Promise<T>}
 */
export async function step(label, work, stream = process.stdout) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  stream.write(`· ${label} …\n`);
  const alive = setInterval(() => stream.write(`  still at it: ${label} (${seconds()})\n`), 10_000);
  try {
    const result = await work();
    stream.write(`  ${label}: done in ${seconds()}\n`);
    return result;
  } finally {
    clearInterval(alive);
  }
}
