export interface Toast {
  id: number;
  tone: "ok" | "danger" | "info";
  title: string;
  detail?: string;
}

let toasts: Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function publish(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Shows a message; errors stay until dismissed, others leave after five seconds. */
export function showToast(toast: Omit<Toast, "id">): void {
  counter += 1;
  const id = counter;
  publish([...toasts.slice(-2), { ...toast, id }]);
  if (toast.tone !== "danger") setTimeout(() => dismissToast(id), 5000);
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): Toast[] {
  return toasts;
}
