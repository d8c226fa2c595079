import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  currentToasts,
  dismissToast,
  holdToasts,
  releaseToasts,
  showToast,
} from "~/components/ui/toast-store";

const titles = () => currentToasts().map(({ title }) => title);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
  vi.useRealTimers();
});

test("what is only told leaves first, what can be taken back stays longer, what went wrong stays", () => {
  showToast({ tone: "ok", title: "Saved" });
  showToast({ tone: "ok", title: "Resolved", action: { label: "Undo", run: () => undefined } });
  showToast({ tone: "danger", title: "Refused" });
  vi.advanceTimersByTime(6_000);
  expect(titles()).toEqual(["Resolved", "Refused"]);
  vi.advanceTimersByTime(6_000);
  expect(titles()).toEqual(["Refused"]);
});

test("none leaves while somebody points at them", () => {
  showToast({ tone: "ok", title: "Saved" });
  holdToasts();
  vi.advanceTimersByTime(60_000);
  expect(titles()).toEqual(["Saved"]);
  releaseToasts();
  vi.advanceTimersByTime(6_000);
  expect(titles()).toEqual([]);
});
