import type { Choice, ChoicePage } from "~/server/connectors/choices/choice";

export type ReadPage = (cursor: string | undefined) => Promise<ChoicePage>;

/** More than anybody scrolls through; what lies beyond is named by its id. */
const MOST = 20_000;
const MOST_FOUND = 500;

/** What is known of one list of an account: its first pages in the vendor's order, and single things looked up by id. */
export class ChoiceList {
  readonly items: Choice[] = [];
  readonly readAt = Date.now();
  private readonly positions = new Map<string, number>();
  /** Null: the account has no such thing. */
  private readonly found = new Map<string, Choice | null>();
  /** Null once the list is whole. */
  private next: string | null | undefined;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly read: ReadPage,
    /** Which state of the connection it was read with. */
    readonly stamp: number,
  ) {}

  get isWhole(): boolean {
    return this.next === null;
  }

  get(id: string): Choice | undefined {
    return this.items[this.positions.get(id) ?? -1] ?? this.found.get(id) ?? undefined;
  }

  isMissing(id: string): boolean {
    return this.found.get(id) === null;
  }

  /** The place behind this id; undefined when it is not among what was read. */
  placeAfter(id: string): number | undefined {
    const position = this.positions.get(id);
    return position === undefined ? undefined : position + 1;
  }

  remember(id: string, choice: Choice | null): void {
    if (this.found.size < MOST_FOUND) this.found.set(id, choice);
  }

  /** Reads one page more; who asks at the same time waits for the same page. */
  readMore(): Promise<void> {
    this.reading ??= this.readPage().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readPage(): Promise<void> {
    if (this.next === null) return;
    const { items, nextCursor } = await this.read(this.next);
    for (const item of items) {
      if (this.positions.has(item.id)) continue;
      this.positions.set(item.id, this.items.length);
      this.items.push(item);
    }
    this.next = this.items.length < MOST ? nextCursor : null;
  }
}
