import type { ServiceContext } from "~/server/services/context";

/** What follows a command's name, before it is looked at. */
export interface Arguments {
  words: string[];
  options: { name: string; out?: string; format?: string; publish: boolean; "dry-run": boolean };
}

/** Where the lines of a command go: its answer to standard output, everything else to standard error. */
export interface Output {
  answer(line: string): void;
  remark(line: string): void;
}

/** One thing that the CLI does in a workspace; the number is the exit code. */
export interface Command {
  /** `token create` */
  name: string;
  /** What follows the name and the workspace, and what it does. */
  usage: string;
  summary: string;
  /** The options it takes beside `--workspace`. */
  takes: readonly (keyof Arguments["options"])[];
  /** How many words follow the name. */
  words: "none" | "some" | "any";
  /** True when it may be called without a workspace: the first one is taken. */
  isOfFirst?: boolean;
  run(ctx: ServiceContext, args: Arguments, output: Output): Promise<number>;
}
