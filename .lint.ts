import { readFileSync } from "node:fs";
import { compile } from "~/server/recipes/compiler/compile";
import { lint } from "~/server/recipes/lint";
for (const f of ["tests/eval/prompts-own.json", "/work/shared/prompts-dev.json"]) for (const x of JSON.parse(readFileSync(f, "utf8"))) {
  const d = compile(x.prompt);
  if (!d.definition) continue;
  for (const p of lint(d.definition, { connections: [] })) if (p.severity === "error" && !/connection$/.test(p.path)) console.log(x.id, p.path, p.message, JSON.stringify(x.prompt).slice(0, 90));
}
