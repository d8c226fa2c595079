import { RetryLater } from "./durable";

let isStopping = false;

/** This process works (again). */
export function beginWorking(): void {
  isStopping = false;
}

/** From now on no step of this process reaches out any more: what is asked already is finished, the rest is handed back. */
export function beginStopping(): void {
  isStopping = true;
}

/** Hands the run back to whoever goes on with it, at no cost. Throws `RetryLater` while this process is stopping. */
export function handBackIfStopping(): void {
  if (isStopping) throw new RetryLater(new Date(), { costsAttempt: false, waitingFor: { what: "restart" } });
}
