"use client";

import { RecipeActions } from "./recipe-actions";

interface RowMenuProps {
  workspace: string;
  id: string;
  name: string;
}

/** The actions of one row of the list. */
export function RowMenu({ workspace, id, name }: RowMenuProps) {
  return (
    <RecipeActions
      workspace={workspace}
      id={id}
      name={name}
      label={`Actions for ${name}`}
      quiet
      className="relative z-10 px-1.5"
    />
  );
}
