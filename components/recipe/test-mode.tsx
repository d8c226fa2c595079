"use client";

interface TestModeProps {
  dryRun: boolean;
  onChoose: (dryRun: boolean) => void;
}

/** Whether a test only shows its requests, or sends them. */
export function TestMode({ dryRun, onChoose }: TestModeProps) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium">How</legend>
      <ModeChoice
        checked={dryRun}
        onChoose={() => onChoose(true)}
        label="Dry run"
        detail="Shows every request, sends none."
      />
      <ModeChoice
        checked={!dryRun}
        onChoose={() => onChoose(false)}
        label="For real"
        detail="Sends the requests to the connected accounts."
      />
    </fieldset>
  );
}

interface ModeChoiceProps {
  checked: boolean;
  onChoose: () => void;
  label: string;
  detail: string;
}

function ModeChoice({ checked, onChoose, label, detail }: ModeChoiceProps) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="radio"
        name="test-mode"
        checked={checked}
        onChange={onChoose}
        className="mt-1 accent-accent"
      />
      <span>
        <span className="font-medium">{label}</span>
        <span className="block text-xs text-faint">{detail}</span>
      </span>
    </label>
  );
}
