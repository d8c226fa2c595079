"use client";

import { Menu } from "@base-ui/react/menu";
import Link from "next/link";
import type { RefObject } from "react";
import { cn } from "./cn";
import type { MenuItem } from "./menu";

interface MenuPanelProps {
  items: readonly MenuItem[];
  label: string;
  align: "start" | "end";
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

const ITEM =
  "flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm outline-none select-none data-highlighted:bg-hover pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0";

/** The inside of `Menu`, loaded when the first one opens. */
export function MenuPanel({ items, label, align, opener, onClose }: MenuPanelProps) {
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, { event, cancel }) => {
        // The opener's own click closes it; closing it before would make that click open it again.
        const isOpener = event.target instanceof Node && opener.current?.contains(event.target);
        if (isOpener && event.type !== "keydown") cancel();
        else if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={opener}
          sideOffset={4}
          align={align}
          collisionPadding={8}
          className="z-overlay"
        >
          <Menu.Popup
            aria-label={label}
            finalFocus={opener}
            className="max-h-[min(20rem,var(--available-height))] min-w-48 overflow-y-auto rounded-lg border bg-surface p-1 text-ink shadow-float outline-none transition-opacity data-starting-style:opacity-0"
          >
            {items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ item: { label, icon, href, onSelect, danger } }: { item: MenuItem }) {
  const text = <span className="min-w-0 truncate">{label}</span>;
  if (href)
    return (
      <Menu.LinkItem closeOnClick render={<Link href={href} />} className={cn(ITEM, "[&_svg]:text-faint")}>
        {icon}
        {text}
      </Menu.LinkItem>
    );
  return (
    <>
      {danger ? <Menu.Separator className="my-1 border-t" /> : null}
      <Menu.Item
        label={label}
        {...(onSelect && { onClick: onSelect })}
        className={cn(ITEM, danger ? "text-danger" : "[&_svg]:text-faint")}
      >
        {icon}
        {text}
      </Menu.Item>
    </>
  );
}
