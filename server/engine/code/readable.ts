const LONGEST = 1_000;

/** Text from user code as it may be stored and shown: whole characters only, no control characters, not too long. */
export function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "�");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}
