"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Layout } from "./layout-types";

/** What is looked at on the canvas; the draft itself is the editor's. */
export interface Canvas {
  layout: Layout;
  /** The place whose form the panel shows; null for the recipe as a whole. */
  open: string | null;
  setOpen: (key: string | null) => void;
  /** The steps that are chosen together. */
  selected: ReadonlySet<string>;
  select: (keys: Iterable<string>) => void;
  /** The place that Tab leads to; arrow keys move it. */
  current: string;
  setCurrent: (key: string) => void;
  /** Makes a place current and, once it is drawn, gives it the keyboard. */
  focus: (key: string) => void;
  /** The place that waits for the keyboard. */
  wanted: string | null;
  arrived: () => void;
  folded: ReadonlySet<string>;
  toggleFold: (key: string) => void;
  /** Where a step is being added; null while none is. */
  adding: Adding | null;
  setAdding: (adding: Adding | null) => void;
  /** Tells screen readers what has changed. */
  said: string;
  say: (text: string) => void;
}

export interface Adding {
  list: readonly (string | number)[];
  index: number;
  /** What the list of choices stands beside, and what gets the keyboard back. */
  anchor: HTMLElement;
  from: string | null;
}

const Context = createContext<Canvas | null>(null);

export function CanvasProvider({ canvas, children }: { canvas: Canvas | null; children: ReactNode }) {
  return <Context value={canvas}>{children}</Context>;
}

/** Null in the list. */
export function useMaybeCanvas(): Canvas | null {
  return useContext(Context);
}

export function useCanvas(): Canvas {
  const canvas = useContext(Context);
  if (!canvas) throw new Error("useCanvas belongs inside CanvasProvider");
  return canvas;
}
