/** Where milliseconds stand between the bottom (0) and the top (1) of a chart, each ten times as much a step higher. */
export function logScale(values: readonly number[]): { at(ms: number): number; marks: number[] } {
  const known = values.map((value) => Math.max(1, value));
  const low = Math.floor(Math.log10(Math.min(...known)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...known))));
  const marks = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
  return { marks, at: (ms) => (Math.log10(Math.max(1, ms)) - low) / (high - low) };
}

/** The `d` of a line through shares of the height, one for each part of the width; where one is missing, it is cut. */
export function linePath(shares: readonly (number | null)[], width: number, height: number): string {
  const step = width / shares.length;
  let isDrawing = false;
  const parts = shares.map((share, index) => {
    if (share === null) {
      isDrawing = false;
      return "";
    }
    const [x, y] = [round((index + 0.5) * step), round((1 - share) * height)];
    const isAlone = !isDrawing && (shares[index + 1] ?? null) === null;
    const text = isAlone
      ? `M${round(x - step / 4)} ${y}h${round(step / 2)}`
      : `${isDrawing ? "L" : "M"}${x} ${y}`;
    isDrawing = true;
    return text;
  });
  return parts.join("");
}

const round = (value: number) => Math.round(value * 100) / 100;
