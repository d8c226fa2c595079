"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "~/components/ui/menu";

interface MenuButtonProps {
  label: string;
  icon: ReactNode;
  items: { key: string; label: string }[];
  onChoose: (key: string) => void;
  pending?: boolean;
}

/** A button with a few choices below it. */
export function MenuButton({ label, icon, items, onChoose, pending = false }: MenuButtonProps) {
  return (
    <Menu
      label={label}
      pending={pending}
      items={items.map((item) => ({ ...item, onSelect: () => onChoose(item.key) }))}
    >
      {pending ? null : icon}
      {label}
      <ChevronDown aria-hidden />
    </Menu>
  );
}
