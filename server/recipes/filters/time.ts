import { toNumber, toTime } from "~/server/recipes/operands";
import type { Filter } from "./filter";

const DAY_MS = 86_400_000;
const LATEST_MS = 8.64e15;

const isTime = (time: number | null): time is number => time !== null && Math.abs(time) <= LATEST_MS;
const iso = (time: number) => (Math.abs(time) <= LATEST_MS ? new Date(time).toISOString() : undefined);

/** Years to seconds of `P1Y2M10DT2H30M`, negative with a sign before it; null for anything else. */
function parseDuration(text: unknown): { months: number; ms: number } | null {
  if (typeof text !== "string") return null;
  const found =
    /^(-)?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
      text.trim(),
    );
  if (!found) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((part) => Number(part ?? 0));
  const sign = found[1] ? -1 : 1;
  const ms = ((weeks * 7 + days) * 24 * 3600 + hours * 3600 + minutes * 60 + seconds) * 1000;
  return { months: sign * (years * 12 + months), ms: sign * ms };
}

/** The same day of another month, or that month's last day. */
function addMonths(time: number, months: number): number {
  if (months === 0) return time;
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** A moment `duration` (ISO 8601) later, in milliseconds; null when either is none. */
export function timeAfter(value: unknown, duration: unknown): number | null {
  const [time, added] = [toTime(value), parseDuration(duration)];
  if (!isTime(time) || !added) return null;
  const after = addMonths(time, added.months) + added.ms;
  return isTime(after) ? after : null;
}

/** ISO 8601 with the offset that the zone has at that moment. */
function inZone(time: number, timeZone: string): string | undefined {
  try {
    const local = new Date(time).toLocaleString("sv-SE", { timeZone }).replace(" ", "T");
    const offset = Math.round((Date.parse(`${local}Z`) - Math.floor(time / 1000) * 1000) / 60_000);
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    const two = (number: number) => String(number).padStart(2, "0");
    return `${local}${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
  } catch {
    return undefined;
  }
}

/** Whole days between two moments; negative when the first is later. */
function daysBetween(from: unknown, to: unknown): number | undefined {
  const [a, b] = [toTime(from), toTime(to)];
  return isTime(a) && isTime(b) ? Math.floor((b - a) / DAY_MS) : undefined;
}

export const TIME_FILTERS: readonly Filter[] = [
  {
    name: "unix_to_iso",
    summary: "Turns Unix seconds, as Stripe writes times, into an ISO 8601 time in UTC.",
    example: { template: "{{ trigger.created | unix_to_iso }}", yields: "2026-09-21T14:13:20.000Z" },
    apply(value) {
      const time = toTime(value);
      return isTime(time) ? iso(time) : undefined;
    },
  },
  {
    name: "iso_to_unix",
    summary: "Turns an ISO 8601 time into Unix seconds, as Customer.io takes times.",
    example: { template: "{{ trigger.ends_at | iso_to_unix }}", yields: 1_790_259_200 },
    apply(value) {
      const time = toTime(value);
      return time === null ? undefined : Math.floor(time / 1000);
    },
  },
  {
    name: "in_zone",
    summary: "Writes a time as the clocks of a time zone show it, with the offset.",
    example: {
      template: "{{ trigger.created | in_zone: 'Europe/Berlin' }}",
      yields: "2026-09-21T16:13:20+02:00",
    },
    apply(value, zone) {
      const time = toTime(value);
      return isTime(time) && typeof zone === "string" ? inZone(time, zone) : undefined;
    },
  },
  {
    name: "add_time",
    summary:
      "Adds an ISO 8601 duration, like P3D or -PT2H; a month later is the same day, or that month's last.",
    example: { template: "{{ trigger.created | add_time: 'P3D' }}", yields: "2026-09-24T14:13:20.000Z" },
    apply(value, duration) {
      const time = timeAfter(value, duration);
      return time === null ? undefined : iso(time);
    },
  },
  {
    name: "days_until",
    usesNow: true,
    summary: "Counts the whole days from a time to another; from now when it is the only one.",
    example: { template: "{{ trigger.ends_at | days_until: trigger.created }}", yields: 3 },
    apply: (value, from) => daysBetween(from, value),
  },
  {
    name: "days_since",
    usesNow: true,
    summary: "Counts the whole days that have passed since a time; until now when it is the only one.",
    example: { template: "{{ trigger.created | days_since: trigger.ends_at }}", yields: 3 },
    apply: (value, to) => daysBetween(value, to),
  },
  {
    name: "start_of_day",
    summary: "Turns a time into the midnight before it, in UTC or a time zone.",
    example: {
      template: "{{ trigger.created | start_of_day: 'Europe/Berlin' }}",
      yields: "2026-09-21T00:00:00+02:00",
    },
    apply(value, zone = "UTC") {
      const time = toTime(value);
      const local = isTime(time) && typeof zone === "string" ? inZone(time, zone) : undefined;
      if (!local || !isTime(time)) return undefined;
      const [, hours = 0, minutes = 0, seconds = 0] = (/T(\d+):(\d+):(\d+)/.exec(local) ?? []).map(Number);
      const near = time - (hours * 3600 + minutes * 60 + seconds) * 1000;
      const midnight = inZone(near, String(zone)) ?? "";
      // A change of the clocks between midnight and now moves it by that hour.
      const off = toNumber(/T(\d+):/.exec(midnight)?.[1]) ?? 0;
      return inZone(near + (off > 12 ? 24 - off : -off) * 3_600_000, String(zone));
    },
  },
];
