export interface Toast {
  id: number;
  tone: "ok" | "danger" | "info";
  title: string;
  detail?: string;
  /** One thing that can be done about it, mostly taking it back. */
  action?: { label: string; run: () => void };
}

const STAYS_MS = 5_000;
/** What can be taken back stays long enough to be read and reached. */
const STAYS_WITH_ACTION_MS = 10_000;

let toasts: Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

function publish(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function dismissToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  publish(toasts.filter((toast) => toast.id !== id));
}

function startTimer({ id, tone, action }: Toast): void {
  if (tone === "danger") return;
  timers.set(
    id,
    setTimeout(() => dismissToast(id), action ? STAYS_WITH_ACTION_MS : STAYS_MS),
  );
}

/** Shows a message; errors stay until dismissed, others leave by themselves. */
export function showToast(toast: Omit<Toast, "id">): void {
  counter += 1;
  const shown = { ...toast, id: counter };
  publish([...toasts.slice(-2), shown]);
  startTimer(shown);
}

/** While somebody points at them or has the focus in them, none leaves. */
export function holdToasts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

export function releaseToasts(): void {
  holdToasts();
  for (const toast of toasts) startTimer(toast);
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): Toast[] {
  return toasts;
}
