export interface Option {
  id: string;
  title: string;
  group: string;
}

export interface OptionGroup {
  group: string;
  options: Option[];
}

/** The options whose title, id or group hold every word, in their groups; each group where its first option stands. */
export function matching(options: readonly Option[], text: string): OptionGroup[] {
  const words = text
    .toLowerCase()
    .split(/[\s_.]+/)
    .filter(Boolean);
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const hay = `${option.title} ${option.id} ${option.group}`.toLowerCase();
    if (!words.every((word) => hay.includes(word))) continue;
    groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  }
  return [...groups].map(([group, found]) => ({ group, options: found }));
}
