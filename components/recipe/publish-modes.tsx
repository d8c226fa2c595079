import { Eye, Radio } from "lucide-react";

type Mode = "live" | "shadow";

interface PublishModesProps {
  mode: Mode;
  /** A live version runs already. */
  isLive: boolean;
  onChoose: (mode: Mode) => void;
}

/** Whether the new version sends, or is only watched for a while. */
export function PublishModes({ mode, isLive, onChoose }: PublishModesProps) {
  const choices = [
    {
      id: "live" as const,
      icon: Radio,
      title: "Set live",
      text: isLive
        ? "New events run this version from now on. Runs under way finish on theirs."
        : "New events run this version from now on, and it sends.",
    },
    {
      id: "shadow" as const,
      icon: Eye,
      title: "Run in shadow first",
      text: isLive
        ? "The live version goes on. This one runs on the same events and sends nothing, so that you can compare the two."
        : "New events run this version, and everything it would send is logged. Nothing is sent.",
    },
  ];
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="sr-only">How to publish</legend>
      {choices.map(({ id, icon: Icon, title, text }) => (
        <label
          key={id}
          className="flex cursor-pointer gap-2.5 rounded-md border px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft hover:bg-hover/60"
        >
          <input
            type="radio"
            name="publish-mode"
            checked={mode === id}
            onChange={() => onChoose(id)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className="flex items-center gap-1.5 text-sm font-medium">
              <Icon aria-hidden className="size-4 text-muted" />
              {title}
            </span>
            <span className="block text-xs text-muted">{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
