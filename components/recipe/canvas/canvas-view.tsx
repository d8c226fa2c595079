"use client";

import "@xyflow/react/dist/base.css";
import {
  MiniMap,
  type NodeChange,
  type NodePositionChange,
  type NodeSelectionChange,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  type XYPosition,
} from "@xyflow/react";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useRef, useState } from "react";
import { useEditor } from "../editor-context";
import { useCanvas } from "./canvas-context";
import { CanvasLines } from "./canvas-lines";
import { type CanvasNode, NODE_TYPES, type NodeActions } from "./canvas-nodes";
import { CanvasToolbar } from "./canvas-toolbar";
import { ChosenBar } from "./chosen-bar";
import type { CanvasPlace, Plus } from "./layout-types";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useCanvasKeys } from "./use-canvas-keys";
import { useCanvasNodes } from "./use-canvas-nodes";
import { useDragTarget } from "./use-drag-target";
import { useKeyboardPlace } from "./use-keyboard-place";
import { spotAfter, useStepCommands } from "./use-step-commands";
import { useView } from "./use-view";

/** Wanted with the first step that is added; the workbench asks for it as soon as somebody turns to the canvas. */
const AddHere = dynamic(() => import("./add-here").then((module) => module.AddHere), { ssr: false });

interface CanvasViewProps {
  /** A place was pressed: its form is to be shown. */
  onOpen: (place: CanvasPlace, byKeyboard: boolean) => void;
  /** A step was added, and is open. */
  onAdded: () => void;
}

/** The recipe as a picture: steps to open, move, add and remove, with the mouse or the keyboard alone. */
export function CanvasView(props: CanvasViewProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ onOpen, onAdded }: CanvasViewProps) {
  const { state } = useEditor();
  const canvas = useCanvas();
  const { layout, setAdding } = canvas;
  const commands = useStepCommands();
  const view = useView();
  const [help, setHelp] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  const addAfter = (key: string, anchor: HTMLElement) => {
    setAdding({ ...spotAfter(key, layout.places, state.definition), anchor, from: key });
  };
  const addAt = useCallback(
    ({ list, index }: Plus, anchor: HTMLElement) => setAdding({ list, index, anchor, from: null }),
    [setAdding],
  );
  const keys = useCanvasKeys(commands, { ...view, help: () => setHelp(true), add: addAfter });
  // Nodes are drawn once and kept: what they call must not change, what it does may.
  const latest = useRef({ canvas, onOpen, addAfter });
  latest.current = { canvas, onOpen, addAfter };
  const actions = useMemo<NodeActions>(
    () => ({
      open: (key, byKeyboard) => {
        const { canvas, onOpen } = latest.current;
        canvas.setOpen(key);
        const place = canvas.layout.places.find((one) => one.key === key);
        if (place) onOpen(place, byKeyboard);
      },
      fold: (key) => latest.current.canvas.toggleFold(key),
      add: (key, anchor) => latest.current.addAfter(key, anchor),
      focused: (key) => latest.current.canvas.setCurrent(key),
    }),
    [],
  );
  useKeyboardPlace(box, view.reveal);
  const drag = useDragTarget(commands);
  const [dragged, setDragged] = useState<Dragged>({});
  const nodes = useCanvasNodes(actions).map((node) => {
    const position = dragged[node.id];
    return position ? ({ ...node, position, dragging: true, zIndex: 1000 } as CanvasNode) : node;
  });
  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const chosen = changes.filter((change) => change.type === "select");
    if (chosen.length > 0) canvas.select(selectedAfter(canvas.selected, chosen));
    const moved = changes.filter((change) => change.type === "position");
    if (moved.length > 0) setDragged((now) => draggedAfter(now, moved));
  };
  return (
    <div ref={box} className="relative h-full" {...keys}>
      <ReactFlow<CanvasNode>
        aria-label="Canvas"
        className="[--xy-attribution-background-color:transparent] [&_a]:text-faint!"
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onNodeDrag={drag.onDrag}
        onNodeDragStop={drag.onDrop}
        onInit={view.onInit}
        onPaneClick={() => {
          canvas.select([]);
          canvas.setOpen(null);
        }}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable
        selectNodesOnDrag={false}
        nodeDragThreshold={6}
        disableKeyboardA11y
        deleteKeyCode={null}
        panActivationKeyCode={null}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        panOnScroll
        minZoom={0.15}
        maxZoom={1.5}
        attributionPosition="top-right"
      >
        <ViewportPortal>
          <CanvasLines layout={layout} target={drag.target} onAdd={addAt} />
        </ViewportPortal>
        {layout.places.length > 8 ? (
          <MiniMap
            pannable
            zoomable
            ariaLabel="Map of the whole recipe"
            className="overflow-hidden rounded-md border max-lg:hidden"
            style={{ width: 132, height: 96 }}
            bgColor="var(--color-surface)"
            maskColor="color-mix(in oklab, var(--color-sunken) 75%, transparent)"
            nodeColor="var(--color-control)"
            nodeBorderRadius={12}
          />
        ) : null}
      </ReactFlow>
      <ChosenBar commands={commands} />
      <CanvasToolbar {...view} help={() => setHelp(true)} />
      {canvas.adding ? <AddHere onAdded={onAdded} /> : null}
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
      <p role="status" className="sr-only">
        {canvas.said}
      </p>
    </div>
  );
}

type Dragged = Readonly<Record<string, XYPosition>>;

/** What is dragged leaves its place only as long as it is held. */
function draggedAfter(now: Dragged, changes: NodePositionChange[]): Dragged {
  const next: Record<string, XYPosition> = { ...now };
  for (const { id, position, dragging } of changes) {
    if (dragging && position) next[id] = position;
    else delete next[id];
  }
  return next;
}

function selectedAfter(now: ReadonlySet<string>, changes: NodeSelectionChange[]): Set<string> {
  const next = new Set(now);
  for (const { id, selected } of changes) {
    if (selected) next.add(id);
    else next.delete(id);
  }
  return next;
}
