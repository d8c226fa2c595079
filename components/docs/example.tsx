/** A text as it is sent or written, in a region that scrolls sideways. */
export function Example({ of, children }: { of: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section aria-label={of} tabIndex={0} className="overflow-x-auto focus-visible:-outline-offset-2">
      <pre className="px-4 py-3 font-mono text-xs leading-5">{children}</pre>
    </section>
  );
}
