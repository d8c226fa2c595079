import { partsOf } from "./stripe-types.mjs";

/**
 * Turns declared types into the compact rows that event-fields.ts reads: `[name, kind, description, of?]`. The kind is that
 * of the webhook's JSON, with `?` when the value may be null or absent. `of` is: for a text, its values; for an object or a
 * page (Stripe's list object), its types; for a list or a map (the user's own keys), its types or the kind of its members.
 *
 * @typedef {import("./stripe-types.mjs").Node} Node @typedef {import("./stripe-types.mjs").Scope} Scope
 * @typedef {{ kind: string, nullable?: boolean, of?: unknown[] }} Shape
 * @typedef {[name: string, kind: string, description: string, of?: unknown[]]} Row
 */

const MAX_DESCRIPTION = 180;

/** @type {(scope: Scope) => string} */
const chunkOf = ({ file }) =>
  file
    .replace(/^resources\/|\.d\.ts$/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace("/", "-")
    .toLowerCase();

/** @param {ReturnType<typeof import("./stripe-types.mjs").openDeclarations>} declarations */
export function readFields({ find }) {
  /** @type {Map<string, Map<string, Row[]>>} */
  const chunks = new Map();

  /** Adds a type and all that it refers to; the answer is its id, `chunk#Name`. @type {(parts: string[], scope: Scope) => string} */
  function include(parts, scope) {
    const declared = find(parts, scope);
    if (!declared) throw new Error(`${scope.file}: nothing is called ${parts.join(".")}`);
    const chunk = chunkOf(declared.scope);
    const id = `${chunk}#${declared.id}`;
    const types = chunks.get(chunk) ?? new Map();
    chunks.set(chunk, types);
    if (types.has(declared.id)) return id;
    types.set(declared.id, []);
    types.set(declared.id, rows(declared.node, declared.scope));
    return id;
  }

  /** @type {(node: Node, scope: Scope) => Node[]} */
  function members(node, scope) {
    const inherited = (node.extends ?? []).flatMap((/** @type {Node} */ { expression }) => {
      const base = find(partsOf(expression), scope);
      return base ? members(base.node, base.scope) : [];
    });
    return [...inherited, ...node.body.body];
  }

  /** @type {(node: Node, scope: Scope) => Row[]} */
  function rows(node, scope) {
    /** @type {Map<string, Row>} */
    const found = new Map();
    for (const member of members(node, scope)) {
      if (member.type !== "TSPropertySignature") continue;
      const name = member.key.name ?? member.key.value;
      const shape = shapeOf(member.typeAnnotation.typeAnnotation, scope);
      if (shape && isSent(name, shape, member)) found.set(name, row(name, shape, member));
    }
    return [...found.values()];
  }

  /** Null for what no webhook carries, such as `deleted?: void`. @type {(node: Node, scope: Scope) => Shape | null} */
  function shapeOf(node, scope) {
    if (node.type === "TSStringKeyword") return { kind: "text" };
    if (node.type === "TSNumberKeyword") return { kind: "number" };
    if (node.type === "TSBooleanKeyword") return { kind: "boolean" };
    if (node.type === "TSUnknownKeyword" || node.type === "TSAnyKeyword") return { kind: "any" };
    if (node.type === "TSVoidKeyword" || node.type === "TSUndefinedKeyword") return null;
    if (node.type === "TSLiteralType") return shapeOfLiteral(node.literal.value);
    if (node.type === "TSUnionType") return shapeOfUnion(node.types, scope);
    if (node.type === "TSTypeLiteral") return mapOf(node.members[0], scope);
    if (node.type === "TSTypeReference") return shapeOfName(node, scope);
    throw new Error(`${scope.file}: ${node.type} is not read yet`);
  }

  /** @type {(node: Node, scope: Scope) => Shape | null} */
  function shapeOfName({ typeName, typeArguments }, scope) {
    const parts = partsOf(typeName);
    const [argument] = typeArguments?.params ?? [];
    const name = parts.join(".");
    if (name === "Array") return listOf(shapeOf(argument, scope));
    if (name === "ApiList") return { kind: "page", of: shapeOf(argument, scope)?.of ?? [] };
    if (name === "Partial") return shapeOf(argument, scope);
    if (name === "OtherString") return { kind: "text" };
    // A decimal travels as text.
    if (name === "Decimal" || name === "Stripe.Decimal") return { kind: "number" };
    if (name === "Record") return { kind: "map", of: ["any"] };
    const declared = find(parts, scope);
    if (!declared) throw new Error(`${scope.file}: nothing is called ${name}`);
    if (declared.node.type === "TSTypeAliasDeclaration")
      return shapeOf(declared.node.typeAnnotation, declared.scope);
    const [index] = members(declared.node, declared.scope);
    if (index?.type === "TSIndexSignature") return mapOf(index, declared.scope);
    return { kind: "object", of: [include(parts, scope)] };
  }

  /** An object whose keys are the user's own. @type {(index: Node | undefined, scope: Scope) => Shape} */
  function mapOf(index, scope) {
    const { kind, of = [] } = (index && shapeOf(index.typeAnnotation.typeAnnotation, scope)) ?? {
      kind: "any",
    };
    return { kind: "map", of: kind === "object" ? of : [kind] };
  }

  /** @type {(nodes: Node[], scope: Scope) => Shape | null} */
  function shapeOfUnion(nodes, scope) {
    const nullable = nodes.some(({ type }) => type === "TSNullKeyword");
    // Expandable fields are ids in a webhook, so the types beside `string` are not even looked at.
    const isText = nodes.some(({ type }) => type === "TSStringKeyword");
    const kept = nodes.filter(
      ({ type }) => type !== "TSNullKeyword" && !(isText && type === "TSTypeReference"),
    );
    const shapes = kept.map((node) => shapeOf(node, scope)).filter((shape) => shape !== null);
    const [first] = shapes;
    if (!first) return null;
    const kind = shapes.every((shape) => shape.kind === first.kind) ? first.kind : "any";
    const of = [...new Set(shapes.flatMap((shape) => shape.of ?? []))];
    return {
      kind,
      nullable: nullable || shapes.some((shape) => shape.nullable),
      ...(of.length > 0 ? { of } : {}),
    };
  }

  return {
    chunks,
    include,
    /** @type {(id: string) => Row[]} */
    rowsOf(id) {
      const [chunk = "", name = ""] = id.split("#");
      return chunks.get(chunk)?.get(name) ?? [];
    },
    /** The object types of one property of a declared type. @type {(parts: string[], scope: Scope, property: string) => string[]} */
    object(parts, scope, property) {
      const declared = find(parts, scope);
      if (!declared) return [];
      const member = declared.node.body.body.find((/** @type {Node} */ one) => one.key?.name === property);
      const shape = member ? shapeOf(member.typeAnnotation.typeAnnotation, declared.scope) : null;
      return /** @type {string[]} */ (shape?.of ?? []);
    },
  };
}

/** A webhook expands nothing, so it leaves out the lists that come only when asked for; these two come as they are. @type {(name: string, shape: Shape, member: Node) => boolean} */
function isSent(name, { kind, nullable }, { optional }) {
  const isOptionalPage = kind === "page" && (optional || nullable === true);
  return !isOptionalPage || name === "external_accounts" || name === "links";
}

/** @type {(value: unknown) => Shape} */
function shapeOfLiteral(value) {
  if (typeof value === "string") return { kind: "text", of: [value] };
  return { kind: typeof value === "number" ? "number" : "boolean" };
}

/** @type {(member: Shape | null) => Shape} */
function listOf(member) {
  if (!member || member.kind === "any") return { kind: "list", of: ["any"] };
  if (member.kind === "object") return { kind: "list", of: member.of ?? [] };
  return { kind: "list", of: [member.kind, ...(member.kind === "text" ? (member.of ?? []) : [])] };
}

/** @type {(name: string, shape: Shape, member: Node) => Row} */
function row(name, shape, { optional, doc }) {
  const words = plain(doc);
  const kind = shape.kind === "number" ? numberKind(name, words) : shape.kind;
  const nullable = optional || shape.nullable;
  return [name, nullable ? `${kind}?` : kind, brief(words), ...(shape.of ? [shape.of] : [])];
}

/** Doc comment → plain words. @type {(doc: string) => string} */
function plain(doc) {
  return doc
    .replace(/^\s*\*+ ?/gm, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]+>|[`*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The first sentence, not too long. @type {(words: string) => string} */
function brief(words) {
  const [sentence = ""] = words.match(/^.+?[.!?](?=\s+[A-Z]|$)/) ?? [words];
  if (sentence.length <= MAX_DESCRIPTION) return sentence;
  return `${sentence.slice(0, MAX_DESCRIPTION).replace(/\s+\S*$/, "")}…`;
}

const DATE_NAME =
  /(^|_)(created|updated|at|on|until|date|timestamp|deadline|start|end|eta|time|anchor|after|before)$|^(due|redeem)_by$|^as_of$/;
const DATE_WORDS = /unix (epoch|timestamp)|timestamp on|^the time at which|the time at which/i;
const MONEY_NAME = /(^|_)(amount|subtotal|total|balance|fee|fees|cost|net|tax)(_|$)/;
const MONEY_WORDS =
  /unit amount|smallest currency unit|in cents|representing the amount|^(the |total |final )*amount\b/i;
/** Neither a date nor money, whatever the description says. */
const PLAIN_NAME = /(^|_)(decimal|percent|percentage|rate|count|score)$|^monthly_anchor$/;

/** What a number means: Stripe writes dates as Unix seconds and money in the currency's smallest unit. @type {(name: string, words: string) => string} */
function numberKind(name, words) {
  if (PLAIN_NAME.test(name)) return "number";
  if (DATE_NAME.test(name) || DATE_WORDS.test(words)) return "date";
  return MONEY_NAME.test(name) || MONEY_WORDS.test(words) ? "money" : "number";
}
