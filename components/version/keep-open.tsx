"use client";

import { type ComponentProps, useState } from "react";
import { Disclosure } from "~/components/ui/disclosure";

/** A disclosure that starts as told, and that no later render of the page opens or closes. */
export function KeepOpen({ open = false, ...rest }: ComponentProps<typeof Disclosure>) {
  const [first] = useState(open);
  return <Disclosure open={first} {...rest} />;
}
