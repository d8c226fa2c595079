const SCRIPTS: readonly [from: number, to: number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
  [0x590, 0x5ff],
  [0x600, 0x6ff],
  [0x900, 0x97f],
  [0xe00, 0xe7f],
  [0x3040, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x1f300, 0x1f6ff],
  [0x0, 0x1f],
  [0xd800, 0xdfff],
];
const WORDS =
  'when if after once a the payment invoice subscription fails paid over $500 1.000,50 € 20% wait 3 days every monday at 9 send email to segment "At risk" #ops -> → , . : ; ( ) >= = customer.created charge.refunded track `x` otherwise only for not all delete customers {{ }} https://x.y/z me@x.y P3D 0x 1e9 0 -1 plan Pro status is becomes'.split(
    " ",
  );

/** Texts out of nothing: characters of many scripts, and words of sentences in any order. The same ones each time. */
export function* randomTexts(count: number): Generator<string> {
  let seed = 20_261_127;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let made = 0; made < count; made += 1) {
    const length = next(40) + 1;
    const pieces = Array.from({ length }, () => {
      if (made % 2 === 0) return `${WORDS[next(WORDS.length)]} `;
      const [from, to] = SCRIPTS[next(SCRIPTS.length)] ?? [0x20, 0x7e];
      return String.fromCodePoint(from + next(to - from + 1));
    });
    yield pieces.join("");
  }
}
