"use client";

import { Menu, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { RunningList } from "~/components/operation/running-list";
import { Button } from "~/components/ui/button";
import { LogoMark } from "~/components/ui/logo";
import { AccountBox } from "./account-box";
import { NavLinks } from "./nav-links";
import { PaletteButton } from "./palette/palette-button";
import type { ShellFacts } from "./sidebar";

/** The bar at the top on phones, with the whole menu behind one button. */
export function TopBar({ workspace, workspaces, name, email, role, failures }: ShellFacts) {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", outside);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", outside);
    };
  }, [open]);
  return (
    <header ref={ref} className="sticky top-0 z-bar border-b bg-canvas md:hidden">
      <div className="flex h-14 items-center justify-between gap-3 px-4">
        <Link href={`/w/${workspace}`} className="flex min-w-0 items-center gap-2.5">
          <LogoMark className="size-6 shrink-0" />
          <span className="truncate text-base font-semibold">{name}</span>
        </Link>
        <div className="flex shrink-0 items-center gap-1">
          <PaletteButton compact />
          <Button
            variant="ghost"
            aria-expanded={open}
            aria-controls="phone-menu"
            onClick={() => setOpen(!open)}
          >
            {open ? <X aria-hidden /> : <Menu aria-hidden />}
            Menu
          </Button>
        </div>
      </div>
      <div className="px-4 pb-3 empty:hidden">
        <RunningList workspace={workspace} />
      </div>
      <div
        id="phone-menu"
        hidden={!open}
        className="absolute inset-x-0 top-full border-b bg-surface p-3 shadow-float"
      >
        <nav aria-label="Workspace" className="pb-3">
          <NavLinks workspace={workspace} failures={failures} onNavigate={() => setOpen(false)} />
        </nav>
        <AccountBox workspace={workspace} workspaces={workspaces} email={email} role={role} />
      </div>
    </header>
  );
}
