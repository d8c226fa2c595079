import { Search } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";

/** Searches the docs; a plain form, so that it works before and without scripts. */
export function DocsSearch({ query }: { query: string }) {
  return (
    <search>
      <form action="/docs" className="flex gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={query}
          aria-label="Search actions and events"
          placeholder="refund, segment, trial…"
          maxLength={100}
        />
        <Button type="submit">
          <Search aria-hidden />
          Search
        </Button>
      </form>
    </search>
  );
}
