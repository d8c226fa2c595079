/** All ids of ours that begin like this; null when too little is given, or something else. */
export function idRange(q: string): { from: string; to: string } | null {
  const hex = q.toLowerCase().replaceAll("-", "");
  if (!/^[0-9a-f]{8,32}$/.test(hex) || !/^[0-9a-f-]+$/i.test(q)) return null;
  const whole = (fill: string) =>
    hex.padEnd(32, fill).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { from: whole("0"), to: whole("f") };
}
