"use client";

import type { MouseEvent, ReactNode } from "react";

const MENU_ID = "site-menu";

/**
 * On a narrow screen, what opens from the button "Menu": it closes by itself, by Escape, by a press beside it, and once
 * something in it was pressed. On a wide screen it is part of the line.
 */
export function SiteMenu({ children }: { children: ReactNode }) {
  return (
    <>
      <button type="button" className="button site-menu-button" popoverTarget={MENU_ID}>
        Menu
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is pressed in it is a button or a link */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div id={MENU_ID} popover="auto" className="site-menu" onClick={closeAfter}>
        {children}
      </div>
    </>
  );
}

function closeAfter({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest("a, button")) currentTarget.hidePopover();
}
