/** Something that can be drawn below a point of its axis; it reaches so far to both sides of that. */
export interface Box {
  left: number;
  right: number;
  height: number;
  draw: (x: number, y: number) => void;
}

export type XY = readonly [x: number, y: number];

/** One box below the other, on one axis. */
export function stacked(top: Box, below: Box): Box {
  return {
    ...widest([top, below]),
    height: top.height + below.height,
    draw: (x, y) => {
      top.draw(x, y);
      below.draw(x, y + top.height);
    },
  };
}

export function widest(boxes: readonly Box[]): Pick<Box, "left" | "right"> {
  return {
    left: Math.max(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
  };
}

/** Where the axes of boxes side by side are, and how far they reach from the middle of the outer two. */
export function sideBySide(boxes: readonly Box[], gap: number) {
  const axes: number[] = [];
  let edge = 0;
  for (const { left, right } of boxes) {
    axes.push(edge + left);
    edge += left + right + gap;
  }
  const middle = ((axes[0] ?? 0) + (axes.at(-1) ?? 0)) / 2;
  return { offsets: axes.map((axis) => axis - middle), left: middle, right: edge - gap - middle };
}

/** Down, across at `level`, and down again. */
export function elbow(from: XY, to: XY, level: number): XY[] {
  return from[0] === to[0] ? [from, to] : [from, [from[0], level], [to[0], level], to];
}

export function centred(x: number, y: number, { width, height }: { width: number; height: number }) {
  return { x: x - width / 2, y, width, height };
}
