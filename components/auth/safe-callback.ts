/** A path on this site to go to after signing in; anything else is dropped, so that no link leads a person away. */
export function safeCallback(given: string | undefined): string | null {
  return given && /^\/(?![/\\])/.test(given) ? given : null;
}
