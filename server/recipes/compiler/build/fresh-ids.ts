import { slug } from "../names";

/** Gives steps ids that no other step has: `wait`, `wait_2` … */
export function freshIds(taken: readonly string[] = []): (base: string) => string {
  const used = new Set(taken);
  return (base) => {
    const name =
      slug(base)
        .replace(/^[^a-z]+/, "")
        .slice(0, 36) || "step";
    let id = name;
    for (let count = 2; used.has(id); count += 1) id = `${name}_${count}`;
    used.add(id);
    return id;
  };
}
