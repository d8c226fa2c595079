import type { ComponentProps } from "react";
import { Select } from "./select";

export interface Choice {
  value: string;
  label: string;
}

interface AnySelectProps extends Omit<ComponentProps<typeof Select>, "value" | "onChange" | "children"> {
  /** What it says while nothing is chosen. */
  any: string;
  value: string | undefined;
  choices: readonly Choice[];
  /** Gets undefined when nothing is to be chosen any more. */
  onChoose(value: string | undefined): void;
}

/** One of some choices, or none: as filters have it. */
export function AnySelect({ any, value, choices, onChoose, ...rest }: AnySelectProps) {
  return (
    <Select {...rest} value={value ?? ""} onChange={(event) => onChoose(event.target.value || undefined)}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
