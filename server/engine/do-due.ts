interface DueWork<Due> {
  /** Of these under way at once in this process; a slow one holds up no other. */
  atOnce: number;
  /** Claims up to so many that are due: nobody else does them meanwhile. */
  claim(most: number): Promise<Due[]>;
  doOne(due: Due): Promise<unknown>;
}

/** Then whoever called gets an answer; what is still due, the next call does. */
const PATIENCE_MS = 40_000;

/** Does all that is due, then ends. Whoever else does so meanwhile, in whichever process, finds other work to do. */
export function dueWork<Due>({ atOnce, claim, doOne }: DueWork<Due>): () => Promise<void> {
  let free = atOnce;
  return async () => {
    const end = Date.now() + PATIENCE_MS;
    while (free > 0 && Date.now() < end) {
      const most = free;
      free = 0;
      const due = await claim(most).catch((error: unknown) => {
        free += most;
        throw error;
      });
      free += most - due.length;
      if (due.length === 0) return;
      const release = () => {
        free += 1;
      };
      await Promise.all(due.map((one) => doOne(one).finally(release)));
    }
  };
}
