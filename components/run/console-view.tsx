/** What the user's code wrote to its console, line by line. */
export function ConsoleView({ logs }: { logs: readonly string[] }) {
  if (logs.length === 0) return null;
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">Console</p>
      <ol className="max-h-96 divide-y overflow-auto rounded-md border bg-canvas font-mono text-xs leading-5">
        {logs.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          <li key={index} className="px-3 py-0.5 break-words whitespace-pre-wrap">
            {line}
          </li>
        ))}
      </ol>
    </div>
  );
}
