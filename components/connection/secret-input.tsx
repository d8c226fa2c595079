"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";

/** A field for a key: hidden while typed, shown on request, never kept by the browser. */
export function SecretInput(props: ComponentProps<"input">) {
  const [shown, setShown] = useState(false);
  return (
    <span className="flex gap-1">
      <Input
        {...props}
        mono
        type={shown ? "text" : "password"}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        data-lpignore="true"
      />
      <Button
        variant="ghost"
        aria-label={shown ? "Hide the key" : "Show the key"}
        onClick={() => setShown(!shown)}
        className="px-2"
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </span>
  );
}
