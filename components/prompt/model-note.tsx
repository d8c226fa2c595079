import Link from "next/link";

/** What leaves this install when a language model helps. */
export function ModelNote({ name }: { name: string }) {
  return (
    <p className="min-w-0 flex-1 basis-64 text-xs text-faint">
      Build sends this text, and nothing else of yours, to the language model {name}.{" "}
      <Link href="/docs/describe" className="underline">
        What is sent
      </Link>
    </p>
  );
}
