import { Document, isScalar, visit } from "yaml";
import { arrange, withoutDefaults } from "./arrange";
import type { CheckedFile } from "./parse";
import type { FileFormat } from "./schema";

/** The file's text. The same recipe always gives the same text, so that a change is a small difference. */
export function printFile(file: CheckedFile, format: FileFormat): string {
  const { connections, channels, recipes, tags, definition, ...rest } = file;
  const arranged = arrange({
    ...rest,
    ...(tags?.length ? { tags } : {}),
    ...kept({ connections, channels, recipes }),
    definition: withoutDefaults(definition),
  });
  return format === "json" ? `${JSON.stringify(arranged, null, 2)}\n` : yamlOf(arranged);
}

function kept(maps: Record<string, object | undefined>): Record<string, object> {
  const filled = Object.entries(maps).filter(([, map]) => map && Object.keys(map).length > 0);
  return Object.fromEntries(filled) as Record<string, object>;
}

function yamlOf(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, (_, node) => {
    if (isScalar(node) && typeof node.value === "string") node.type = styleOf(node.value);
  });
  return document.toString({ lineWidth: 0, indentSeq: true });
}

/** Code and messages as blocks; a block would lose carriage returns. */
function styleOf(text: string): "PLAIN" | "BLOCK_LITERAL" | "QUOTE_DOUBLE" {
  if (/[\r\u0085\u2028\u2029\ufeff]/.test(text)) return "QUOTE_DOUBLE";
  return text.includes("\n") ? "BLOCK_LITERAL" : "PLAIN";
}
