import { Search } from "lucide-react";
import Form from "next/form";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";
import { TabLinks } from "~/components/ui/tab-links";

interface TemplateFilterProps {
  /** The page's own address; the choice is kept behind it. */
  path: string;
  q: string;
  category: string | undefined;
  /** The categories with something in them; undefined is all of them. */
  counts: readonly { category: string | undefined; count: number }[];
}

/** Search box and categories above a gallery; both live in the address, and work without scripts. */
export function TemplateFilter({ path, q, category, counts }: TemplateFilterProps) {
  const shown = counts.filter((one) => !one.category || one.count > 0 || one.category === category);
  return (
    <div className="flex flex-col gap-4">
      <Form action={path} className="flex w-full gap-2 sm:max-w-sm" role="search">
        {category ? <input type="hidden" name="category" value={category} /> : null}
        <Input
          key={q}
          type="search"
          name="q"
          aria-label="Search templates"
          placeholder="Search, e.g. refund or coupon"
          defaultValue={q}
        />
        <Button type="submit" aria-label="Search">
          <Search aria-hidden />
        </Button>
        {q ? (
          <LinkButton variant="ghost" href={withParams(path, { category }, {})}>
            Clear
          </LinkButton>
        ) : null}
      </Form>
      <TabLinks
        label="Categories"
        items={shown.map((one) => ({
          href: withParams(path, { q, category: one.category }, {}),
          label: (
            <>
              {one.category ?? "All"} <span className="font-normal text-faint">{one.count}</span>
            </>
          ),
          current: one.category === category,
        }))}
      />
    </div>
  );
}
