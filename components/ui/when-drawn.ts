const EVERY_MS = 60;
const MOST_MS = 4_000;

/**
 * Looks for a part of the page until it is drawn: what opens it has just been asked to, and its code may still be on the
 * way. After four seconds it gives up, and `then` gets nothing. Returns how to stop looking.
 */
export function whenDrawn<T>(find: () => T | null | undefined, then: (found?: T) => void): () => void {
  const until = performance.now() + MOST_MS;
  const look = () => {
    const found = find();
    if (found) then(found);
    else if (performance.now() > until) then();
    else timer = setTimeout(look, EVERY_MS);
  };
  let timer = setTimeout(look, EVERY_MS);
  return () => clearTimeout(timer);
}
