import { LinkButton } from "./link-button";

type Params = Record<string, string | undefined>;

/** `path?a=b…` with `changes` applied; undefined removes a parameter. */
export function withParams(path: string, params: Params, changes: Params): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...params, ...changes })) if (value) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Below a list: back to the newest, on to older ones. Filters in `params` are kept. */
export function Pagination({
  path,
  params,
  nextCursor,
}: {
  path: string;
  params: Params;
  nextCursor: string | null;
}) {
  if (!nextCursor && !params.cursor) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-2 border-t px-4 py-2.5">
      {params.cursor ? (
        <LinkButton size="sm" href={withParams(path, params, { cursor: undefined })}>
          Newest
        </LinkButton>
      ) : (
        <span />
      )}
      {nextCursor ? (
        <LinkButton size="sm" href={withParams(path, params, { cursor: nextCursor })}>
          Older
        </LinkButton>
      ) : (
        <span className="text-xs text-faint">This is the end of the list.</span>
      )}
    </nav>
  );
}
