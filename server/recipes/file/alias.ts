/** A name as an alias or a key: `Stripe (live)` → `stripe-live`. */
export function slugOf(name: string, otherwise: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug || otherwise;
}

/** The slug, or the slug with the first number that is free. */
export function uniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  let number = 2;
  while (isTaken(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/** Gives each thing one readable alias, in the order in which they are met, so that the same recipe has the same ones. */
export class AliasTable<Ref> {
  private readonly byId = new Map<string, string>();
  readonly refs: Record<string, Ref> = {};

  /** The alias of the thing with this id. */
  aliasOf(id: string, name: string, ref: Ref, otherwise: string): string {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const alias = uniqueSlug(slugOf(name, otherwise), (slug) => Object.hasOwn(this.refs, slug));
    this.byId.set(id, alias);
    this.refs[alias] = ref;
    return alias;
  }
}
