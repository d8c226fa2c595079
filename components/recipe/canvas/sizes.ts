/** Measures of the canvas in pixels; nodes have fixed sizes, so that a layout needs no look at the page. */
export const NODE = { width: 248, height: 58 };
export const PILL = { width: 168, height: 26 };
export const SLOT = { width: 168, height: 32 };
/** Between two steps; the "+" stands in its middle. */
export const GAP = 44;
/** From a step down to where its ways begin, and from their ends back together. */
export const FAN = 28;
export const JOIN = 24;
export const LANE_GAP = 40;
export const FRAME_PAD = 20;
