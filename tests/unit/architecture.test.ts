import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";

const FOLDERS = ["app", "components", "server", "prisma"];
const GENERATED = "server/generated/";

interface Edge {
  from: string;
  /** A file of the repository, or a package's name. */
  to: string;
  /** Fetched when it is needed, not with the file. */
  isLazy: boolean;
}

let files: string[] = [];
let edges: Edge[] = [];

async function sources(): Promise<string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => path.posix.join(folder, name)),
    ),
  );
  return lists.flat().filter((file) => /\.tsx?$/.test(file) && !file.startsWith(GENERATED));
}

/** The imports that remain at run time: esbuild drops those that only bring types. */
async function importGraph(entryPoints: string[]): Promise<Edge[]> {
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    // Each file once, instead of a whole copy for each entry.
    splitting: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    outdir: "out",
    jsx: "automatic",
    logLevel: "silent",
    loader: { ".css": "empty", ".woff2": "empty", ".svg": "empty", ".png": "empty" },
  });
  return Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path: to, kind }) => ({ from, to, isLazy: kind === "dynamic-import" })),
  );
}

beforeAll(async () => {
  files = await sources();
  edges = await importGraph(files);
}, 30_000);

const isIn =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
const isPackage =
  (...names: string[]) =>
  (to: string) =>
    names.some((name) => to === name || to.startsWith(`${name}/`));
const isDatabase = (to: string) =>
  isIn("server/db.ts", "server/generated")(to) ||
  isPackage("pg", "@prisma/client", "@prisma/adapter-pg", "graphile-worker")(to);
const isNext = isPackage("next", "next-auth", "react", "react-dom");

/** Every edge that leaves one of these places and arrives where it must not, as readable lines. */
function crossings(from: (file: string) => boolean, to: (target: string) => boolean): string[] {
  return edges.filter((edge) => from(edge.from) && to(edge.to)).map((edge) => `${edge.from} → ${edge.to}`);
}

const isPure = (file: string) =>
  isIn(
    "server/recipes",
    "server/events/match.ts",
    "server/events/normalize.ts",
    "server/engine/durable.ts",
  )(file);
const services = isIn("server/services");

describe("one direction", () => {
  test("the graph was really read", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(edges.length).toBeGreaterThan(files.length);
  });

  test("connectors and pure files know neither database, services, Next nor Inngest", () => {
    const forbidden = (to: string) =>
      isDatabase(to) || services(to) || isNext(to) || isPackage("inngest")(to);
    expect(crossings((file) => isIn("server/connectors")(file) || isPure(file), forbidden)).toEqual([]);
  });

  test("pages and doors hold no Prisma", () => {
    expect(crossings(isIn("app", "components"), isDatabase)).toEqual([]);
  });

  test("routers reach the database through services only", () => {
    expect(crossings(isIn("server/api"), isDatabase)).toEqual([]);
  });

  test("only services, events, engine, sandbox, auth and cli reach the database", () => {
    const allowed = isIn(
      "server/services",
      "server/events",
      "server/engine",
      "server/sandbox",
      "server/auth",
      "server/cli",
      "server/db.ts",
      "server/generated",
      "prisma",
      // A database of the user's, and none of ours.
      "server/notify/database",
    );
    expect(
      crossings(
        (file) => !allowed(file),
        (to) => isDatabase(to) && to !== "server/generated/prisma/enums.ts",
      ),
    ).toEqual([]);
  });

  test("components take nothing from the server but its client, schemas and pure files", () => {
    const allowed = (to: string) =>
      isIn(
        "server/api/client.ts",
        "server/api/client.tsx",
        "server/recipes",
        "server/errors.ts",
        "server/connectors",
      )(to) || /\/(schemas|kinds)\.ts$/.test(to);
    expect(crossings(isIn("components"), (to) => isIn("server")(to) && !allowed(to))).toEqual([]);
  });

  test("nothing below the pages knows them", () => {
    expect(crossings(isIn("server", "prisma"), isIn("app", "components"))).toEqual([]);
    expect(crossings(isIn("components"), isIn("app"))).toEqual([]);
  });

  test("services know neither tRPC, Hono, Next nor the engines' inside", () => {
    const forbidden = (to: string) =>
      isNext(to) ||
      isPackage("@trpc/server", "hono", "inngest")(to) ||
      isIn("server/api", "server/engine/inngest")(to);
    expect(crossings(services, forbidden)).toEqual([]);
  });
});

/** One import cycle as a list of files, or undefined. */
function findCycle(): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges)
    if (!from.startsWith(GENERATED)) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of next.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Everything that comes with a file, packages too. */
function broughtBy(entry: string): Set<string> {
  const found = new Set([entry]);
  for (const file of found)
    for (const { from, to, isLazy } of edges) if (from === file && !isLazy) found.add(to);
  return found;
}

describe("what a browser fetches", () => {
  test("the editor opens without what only a form, a dialog or the canvas needs", () => {
    const heavy = isPackage(
      "zod",
      "croner",
      "stripe",
      "liquidjs",
      "libphonenumber-js",
      "@xyflow",
      "@base-ui",
    );
    expect([...broughtBy("components/recipe/recipe-editor.tsx")].filter(heavy)).toEqual([]);
    expect(
      [...broughtBy("components/recipe/canvas/canvas-view.tsx")].filter(isPackage("zod", "@base-ui")),
    ).toEqual([]);
    expect([...broughtBy("server/recipes/samples.ts")].filter(isPackage("stripe", "zod"))).toEqual([]);
  });
});

describe("shape", () => {
  test("no import cycles", () => {
    expect(findCycle()).toBeUndefined();
  });

  test("imports climb at most one folder", () => {
    const climbing = files.filter((file) =>
      /from "(\.\.\/){2,}|import\("(\.\.\/){2,}/.test(readFileSync(file, "utf8")),
    );
    expect(climbing).toEqual([]);
  });

  test("a form that scripts send goes by POST, so that before they are loaded nothing typed lands in an address", () => {
    const forms = files.flatMap(
      (file) => readFileSync(file, "utf8").match(/<form\b[^>]*onSubmit=\{\w+\}[^>]*>/g) ?? [],
    );
    expect(forms.length).toBeGreaterThan(8);
    expect(forms.filter((form) => !form.includes('method="post"'))).toEqual([]);
  });

  test("how an action is added takes at most 25 lines to show", () => {
    expect(
      readFileSync("server/connectors/README.md", "utf8").trimEnd().split("\n").length,
    ).toBeLessThanOrEqual(25);
  });

  test("no file is longer than 250 lines, no action longer than 40", () => {
    // The words that people use for it are a list, however long.
    const withoutWords = (text: string) => text.replace(/^ {2}words: \[[^\]]*\],\n/m, "");
    const length = (file: string) => withoutWords(readFileSync(file, "utf8")).trimEnd().split("\n").length;
    const limit = (file: string) => {
      if (isIn("components/ui")(file)) return Number.POSITIVE_INFINITY;
      return /^server\/connectors\/[^/]+\/actions\//.test(file) ? 40 : 250;
    };
    expect(
      files.filter((file) => length(file) > limit(file)).map((file) => `${file}: ${length(file)} lines`),
    ).toEqual([]);
  });
});
