import { merged, unbranched } from "./act-lists";
import type { Act } from "./intent";
import type { Test } from "./tests";

type Ways = Extract<Act, { kind: "ways" }>;

/** The acts while they are read: one after the other, until ways part; then along the way that was spoken of last. */
export class Course {
  private readonly acts: Act[] = [];
  private list = this.acts;
  private ways: Ways | null = null;

  get hasParted(): boolean {
    return this.ways !== null;
  }

  get hasDeeds(): boolean {
    return this.acts.some(({ kind }) => kind === "do");
  }

  get hasWaited(): boolean {
    return this.list.some(({ kind }) => kind === "wait");
  }

  add(...acts: readonly Act[]) {
    this.list.push(...acts);
  }

  private readonly tested = new Set<string>();

  /** What was not asked yet. */
  private unasked(tests: readonly Test[]): readonly Test[] {
    return tests.filter(({ about, op, right }) => {
      const key = JSON.stringify([about, op, right]);
      return this.ways !== null || (!this.tested.has(key) && this.tested.add(key));
    });
  }

  /** True from here on. */
  test(tests: readonly Test[]) {
    const fresh = this.unasked(tests);
    if (fresh.length > 0) this.list.push({ kind: "test", tests: fresh });
  }

  /** True for all of this way, whatever was said before it. */
  testHere(tests: readonly Test[]) {
    const fresh = this.unasked(tests);
    if (fresh.length > 0) this.list.unshift({ kind: "test", tests: fresh });
  }

  /** Before all else. */
  first(act: Act) {
    this.acts.unshift(act);
  }

  testFirst(tests: readonly Test[]) {
    const fresh = this.unasked(tests);
    if (fresh.length > 0) this.first({ kind: "test", tests: fresh });
  }

  /** Before all else, but where something is waited for: true after that. */
  testAfterWait(tests: readonly Test[]) {
    const at = this.list.findLastIndex(({ kind }) => kind === "wait");
    const done = this.list.findIndex(({ kind }) => kind === "do");
    if (at < 0 || (done >= 0 && done < at)) return this.testFirst(tests);
    const fresh = this.unasked(tests);
    if (fresh.length > 0) this.list.splice(at + 1, 0, { kind: "test", tests: fresh });
  }

  /** What follows is done where this is true. */
  way(tests: readonly Test[]) {
    if (!this.ways) {
      this.ways = { kind: "ways", paths: [], otherwise: [] };
      this.acts.push(this.ways);
    }
    const path = { tests, acts: [] };
    this.ways.paths.push(path);
    this.list = path.acts;
  }

  /** What follows is done on no other way; what was tested last becomes the first way. */
  otherwise() {
    this.ways ??= this.parted();
    this.list = this.ways.otherwise;
  }

  private parted(): Ways {
    const at = this.list.findIndex(({ kind }) => kind === "test");
    const test = this.list[at];
    const acts = at < 0 ? this.list.splice(0) : this.list.splice(at).slice(1);
    const tests = test?.kind === "test" ? test.tests : [];
    const ways: Ways = { kind: "ways", paths: [{ tests, acts }], otherwise: [] };
    this.acts.push(ways);
    return ways;
  }

  /** All of it, in order. */
  whole(): Act[] {
    return merged(this.acts.flatMap(unbranched));
  }
}
