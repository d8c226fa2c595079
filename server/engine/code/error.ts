/** How code can fail. `busy` is the only one that is not the code's own doing. */
export type CodeFailureKind =
  | "syntax"
  | "threw"
  | "timeout"
  | "memory"
  | "stack"
  | "output"
  | "unsettled"
  | "crashed"
  | "busy";

/** Where it happened, counted from 1 in the user's own source. */
export interface CodePlace {
  line?: number;
  column?: number;
}

/** A failure of the user's code: final, because the same code fails the same way again. */
export class CodeError extends Error {
  override readonly name = "CodeError";
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(
    readonly kind: CodeFailureKind,
    message: string,
    { line, column }: CodePlace = {},
    /** What the code had written to its console until then. */
    readonly logs: readonly string[] = [],
  ) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
