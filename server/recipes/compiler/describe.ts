import { durationText } from "~/server/recipes/duration-text";
import type { Timing } from "./schedules";
import type { Test } from "./tests";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function timing({ cron, timeZone }: Timing): string {
  const [minute = "", hour = "", day = "", , weekday = ""] = cron.split(" ");
  const at = /^\d+$/.test(hour) && /^\d+$/.test(minute) ? ` at ${hour}:${minute.padStart(2, "0")}` : "";
  const zone = ` (${timeZone ?? "UTC"})`;
  if (/^\d$/.test(weekday)) return `Every ${DAYS[Number(weekday)]}${at}${zone}`;
  if (weekday === "1-5") return `Every weekday${at}${zone}`;
  if (/^\d+$/.test(day)) return `On day ${day} of each month${at}${zone}`;
  if (at !== "" && day === "*" && weekday === "*") return `Every day${at}${zone}`;
  return `At the times of “${cron}”${zone}`;
}

export const describe = { duration: durationText, timing };

const OPS: Readonly<Record<string, string>> = {
  eq: "is",
  neq: "is not",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  in: "is one of",
  not_in: "is none of",
  contains: "contains",
  ends_with: "ends with",
  exists: "is there",
  not_exists: "is missing",
  changed_to: "became",
  changed_from: "was",
  went_up: "went up",
  went_down: "went down",
  changed: "changed",
};

/** A condition in plain words: "amount is more than 500". */
export function describeTest({ about, op, right }: Test): string {
  const what = (about.startsWith("field:") ? about.slice(6) : about).replaceAll("_", " ");
  const value =
    about === "amount" && typeof right === "number"
      ? String(right / 100)
      : Array.isArray(right)
        ? right.join(", ")
        : right === undefined
          ? ""
          : String(typeof right === "object" ? "" : right);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${OPS[op] ?? op}${value === "" ? "" : ` ${value}`}`;
}
