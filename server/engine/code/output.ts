/** How deep lists and objects lie in each other, without going down into them. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (isText && character === "\\") index += 1;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === "[" || character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "]" || character === "}") depth -= 1;
  }
  return deepest;
}

/** Parses without `__proto__` keys, which copying code might take for an object's prototype. */
export function parseSafely(json: string): unknown {
  if (!json.includes("__proto__")) return JSON.parse(json);
  return JSON.parse(json, (key, value: unknown) => (key === "__proto__" ? undefined : value));
}
