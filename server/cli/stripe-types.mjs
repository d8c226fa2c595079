import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

/**
 * The declarations of the stripe package's .d.ts files, with names resolved as TypeScript does. They are so regular that a
 * parser is enough; TypeScript 7 has no compiler API.
 *
 * @typedef {{ type: string, [key: string]: any }} Node
 * @typedef {{ file: string, name: string, parent: Scope | null, types: Map<string, Node>, spaces: Map<string, Scope>, links: Map<string, Link> }} Scope
 * @typedef {{ file?: string, to: string[] }} Link A name that stands for one elsewhere.
 * @typedef {{ node: Node, scope: Scope, id: string }} Declared
 */

/** @type {(file: string, name: string, parent: Scope | null) => Scope} */
const newScope = (file, name, parent) => ({
  file,
  name,
  parent,
  types: new Map(),
  spaces: new Map(),
  links: new Map(),
});

/** @type {(name: Node) => string[]} */
export const partsOf = (name) =>
  name.type === "TSQualifiedName" ? [...partsOf(name.left), name.right.name] : [name.name];

/** Opens the package's type declarations below a folder; files are read when a name leads to them. */
export function openDeclarations(/** @type {string} */ folder) {
  /** @type {Map<string, Scope>} */
  const files = new Map();

  /** @type {(file: string) => Scope} */
  function fileScope(file) {
    const known = files.get(file);
    if (known) return known;
    const text = readFileSync(path.join(folder, file), "utf8");
    const { program, comments, errors } = parseSync(file, text, { sourceType: "module" });
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    const scope = newScope(file, "", null);
    files.set(file, scope);
    attachComments(program, comments, text);
    for (const statement of program.body) declare(statement, scope);
    return scope;
  }

  /** Finds the type that a name stands for, looking outward from a scope. @type {(parts: string[], scope: Scope) => Declared | null} */
  function find(parts, scope) {
    const [first = "", ...rest] = parts;
    for (let at = /** @type {Scope | null} */ (scope); at; at = at.parent) {
      const found = within(parts, at);
      if (found) return found;
      // A namespace of that name hides those further out.
      if (rest.length > 0 && at.spaces.has(first)) return null;
    }
    return null;
  }

  /** @type {(parts: string[], scope: Scope) => Declared | null} */
  function within(parts, scope) {
    const [first = "", ...rest] = parts;
    const node = scope.types.get(first);
    if (rest.length === 0 && node) return { node, scope, id: scope.name ? `${scope.name}.${first}` : first };
    const inner = rest.length > 0 ? scope.spaces.get(first) : undefined;
    const found = inner ? within(rest, inner) : null;
    if (found) return found;
    const link = scope.links.get(first);
    if (!link) return null;
    const to = [...link.to, ...rest];
    if (link.file) return within(to, fileScope(link.file));
    // `export { Name }` in a namespace hands on a name of the scopes around it.
    return scope.parent ? find(to, scope.parent) : null;
  }

  return { fileScope, find };
}

/** Gives each property the doc comment right before it. @type {(node: Node, comments: { value: string, start: number, end: number }[], text: string) => void} */
function attachComments(program, comments, text) {
  let next = 0;
  /** @type {(node: any) => void} */
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    if (node.type === "TSPropertySignature") {
      let last;
      for (; (comments[next]?.start ?? Number.POSITIVE_INFINITY) < node.start; next++) last = comments[next];
      node.doc = last && text.slice(last.end, node.start).trim() === "" ? last.value : "";
    }
    Object.values(node).forEach(visit);
  };
  visit(program);
}

/** @type {(statement: Node, scope: Scope) => void} */
function declare(statement, scope) {
  const node = statement.declaration ?? statement;
  if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration")
    scope.types.set(node.id.name, node);
  else if (node.type === "TSModuleDeclaration") declareSpace(node, scope);
  else if (node.type === "TSImportEqualsDeclaration")
    scope.links.set(node.id.name, { to: partsOf(node.moduleReference) });
  else if (node.type === "ImportDeclaration" || node.type === "ExportNamedDeclaration") link(node, scope);
}

/** @type {(node: Node, scope: Scope) => void} */
function declareSpace(node, scope) {
  const { name } = node.id;
  const full = scope.name ? `${scope.name}.${name}` : name;
  const space = scope.spaces.get(name) ?? newScope(scope.file, full, scope);
  scope.spaces.set(name, space);
  for (const inner of node.body.body) declare(inner, space);
}

/** @type {(node: Node, scope: Scope) => void} */
function link({ source, specifiers = [] }, scope) {
  const file = source?.value.startsWith(".")
    ? path.posix.join(path.posix.dirname(scope.file), source.value.replace(/\.js$/, ".d.ts"))
    : undefined;
  if (source && !file) return;
  for (const { type, local, imported, exported } of specifiers) {
    const name = (exported ?? local).name;
    const to = type === "ImportNamespaceSpecifier" ? [] : [(imported ?? local).name];
    if (file || to[0] !== name || scope.parent) scope.links.set(name, file ? { file, to } : { to });
  }
}
