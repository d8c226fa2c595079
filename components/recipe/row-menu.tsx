"use client";

import { Activity, Ellipsis } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { OrganizeDialog } from "./organize-dialog";
import { Popover } from "./popover";
import { RecipeActions } from "./recipe-actions";

interface RowMenuProps {
  workspace: string;
  id: string;
  name: string;
}

const HEIGHT = 250;

/** The actions of one row of the list. */
export function RowMenu({ workspace, id, name }: RowMenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ top: number; right: number } | null>(null);
  const [organizing, setOrganizing] = useState(false);
  const close = () => setPlace(null);
  useEffect(() => {
    if (!place) return;
    // The menu stands on the window, because the table would cut it off; it does not follow a scroll.
    const hide = () => setPlace(null);
    window.addEventListener("scroll", hide, { capture: true, once: true });
    return () => window.removeEventListener("scroll", hide, { capture: true });
  }, [place]);
  return (
    <>
      <Button
        ref={opener}
        variant="ghost"
        size="sm"
        aria-label={`Actions for ${name}`}
        aria-haspopup="dialog"
        aria-expanded={place !== null}
        className="relative z-10 px-1.5"
        onClick={() => setPlace(place ? null : placeBelow(opener.current))}
      >
        <Ellipsis aria-hidden />
      </Button>
      {place ? (
        <div className="fixed z-30" style={place}>
          <Popover
            label={`Actions for ${name}`}
            opener={opener}
            onClose={close}
            className="static flex w-48 flex-col items-stretch gap-1 p-1"
          >
            <LinkButton variant="ghost" href={`/w/${workspace}/runs?recipe=${id}`} className="justify-start">
              <Activity aria-hidden />
              Its runs
            </LinkButton>
            <RecipeActions
              workspace={workspace}
              id={id}
              name={name}
              onDone={close}
              onArchived={close}
              onOrganize={() => {
                close();
                setOrganizing(true);
              }}
            />
          </Popover>
        </div>
      ) : null}
      <OrganizeDialog
        workspace={workspace}
        id={id}
        open={organizing}
        onClose={() => {
          setOrganizing(false);
          opener.current?.focus();
        }}
      />
    </>
  );
}

/** Below the button, or above it where the window ends. */
function placeBelow(button: HTMLElement | null): { top: number; right: number } | null {
  if (!button) return null;
  const { top, bottom, right } = button.getBoundingClientRect();
  const fits = bottom + HEIGHT < window.innerHeight;
  return {
    top: fits ? bottom + 4 : Math.max(4, top - HEIGHT - 4),
    right: document.documentElement.clientWidth - right,
  };
}
