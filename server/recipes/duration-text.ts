const UNITS: Readonly<Record<string, string>> = {
  S: "second",
  M: "minute",
  H: "hour",
  D: "day",
  W: "week",
  Y: "year",
};

/** An ISO 8601 duration in words: `P3D` → "3 days". One of several parts stays as it is. */
export function durationText(iso: string): string {
  const found = /^P(T?)(\d+)([A-Z])$/.exec(iso);
  if (!found) return iso;
  const unit = found[3] === "M" && found[1] === "" ? "month" : (UNITS[found[3] ?? ""] ?? "");
  return `${found[2]} ${unit}${found[2] === "1" ? "" : "s"}`;
}
