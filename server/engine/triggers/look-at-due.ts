import { claimDue } from "./due";
import { lookOnce } from "./look";

/** Looks under way at once in this process; a slow vendor holds up one of them, not all. */
let free = 8;

/** Then whoever called gets an answer; what is still due, the next call looks for. */
const PATIENCE_MS = 40_000;

/** Looks for everybody whose trigger is due. Whoever else does so meanwhile, in whichever process, finds others to look for. */
export async function lookAtDue(): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (free > 0 && Date.now() < end) {
    const most = free;
    free = 0;
    const due = await claimDue(most).catch((error: unknown) => {
      free += most;
      throw error;
    });
    free += most - due.length;
    if (due.length === 0) return;
    await Promise.all(
      due.map((one) =>
        lookOnce(one).finally(() => {
          free += 1;
        }),
      ),
    );
  }
}
