import type { ServiceContext } from "~/server/services/context";
import { csvLine } from "./csv";
import { type ExportFailuresInput, FailureRecord } from "./export-schemas";
import { readFailures } from "./read";

const COLUMNS = Object.keys(FailureRecord.shape) as (keyof FailureRecord)[];
const TYPES = { csv: "text/csv", json: "application/json" } as const;
/** A millisecond before `since`: the reader takes what comes after. */
const before = (iso: string) => new Date(Date.parse(iso) - 1);

interface ExportedFile {
  type: string;
  fileName: string;
  text: AsyncIterable<string>;
}

/** The workspace's failures as a file that is read while it is sent. */
export function exportFailures(
  { workspaceId }: ServiceContext,
  { format, since, until, recipeId }: ExportFailuresInput,
): ExportedFile {
  const range = {
    workspaceId,
    since: since ? before(since) : new Date(0),
    until: until ? before(until) : new Date(),
    recipeId,
  };
  const pages = readFailures(range);
  const fileName = `billhook-failures.${format}`;
  return { type: TYPES[format], fileName, text: format === "csv" ? asCsv(pages) : asJson(pages) };
}

async function* asCsv(pages: AsyncIterable<FailureRecord[]>): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const page of pages)
    yield page.map((row) => csvLine(COLUMNS.map((column) => row[column]))).join("");
}

async function* asJson(pages: AsyncIterable<FailureRecord[]>): AsyncGenerator<string> {
  let opening = "[\n";
  for await (const page of pages) {
    yield opening + page.map((row) => JSON.stringify(row)).join(",\n");
    opening = ",\n";
  }
  yield opening === "[\n" ? "[]\n" : "\n]\n";
}
