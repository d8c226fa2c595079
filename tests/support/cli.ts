import { execFile } from "node:child_process";

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** `npm run -s cli -- …` against this file's database. */
export function cli(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["server/cli/start.mjs", "--cli", ...args],
      { env: process.env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}
