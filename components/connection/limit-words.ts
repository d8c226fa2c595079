const TITLES: Record<string, string> = {
  stripe: "All calls",
  "stripe.kind": "Each kind of call",
  "stripe.search": "Searches",
  "stripe.meter": "Meter events",
  "customerio.track": "Track API",
  "customerio.app": "App API",
  "customerio.transactional": "Transactional messages",
  "customerio.broadcast": "Each broadcast",
  "customerio.pipelines": "Pipelines API",
};

/** What a limit is called: of a whole API, of one kind of call, of one broadcast. */
export function limitTitle(name: string): string {
  const [base = "", detail] = name.split(/:(.*)/s);
  if (detail === undefined) return TITLES[base] ?? name;
  return base === "customerio.broadcast" ? `Broadcast ${detail}` : detail;
}

/** Limits that hold for each of many things: what is used is shown with each of them. */
export const isOfEach = (name: string): boolean => name === "stripe.kind" || name === "customerio.broadcast";

const short = (number: number) => String(Math.round(number * 10) / 10);

/** "80 a second", "1 in 12.5 seconds". */
export function paceText(perSecond: number | null): string {
  if (perSecond === null) return "no limit known";
  return perSecond >= 1 ? `${short(perSecond)} a second` : `1 in ${short(1 / perSecond)} seconds`;
}

/** "8 seconds", "about 4 minutes", "about 2 hours". */
export function spanText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  if (seconds < 5_400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3_600)} hours`;
}

/** "1 run", "1,204 runs". */
export const runsText = (count: number): string =>
  count === 1 ? "1 run" : `${count.toLocaleString("en")} runs`;
