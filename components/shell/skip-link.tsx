/** The first thing the keyboard reaches: straight to the page's content (`#content`). */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only z-skip rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      Skip to the content
    </a>
  );
}
