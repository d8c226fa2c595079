import { explain, runCommand } from "./commands/run-command";

const output = { answer: (line: string) => console.log(line), remark: (line: string) => console.error(line) };

// Standard output may be a pipe, which exiting at once would cut short.
function finish(code: number): void {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

runCommand(process.argv.slice(2), output).then(finish, (error: unknown) => {
  console.error(explain(error));
  finish(1);
});
