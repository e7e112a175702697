"use client";
import { useRef } from "react";

const focusable = "input:not([type=hidden]), textarea, select, button, a[href], [role=combobox], [role=checkbox]";

/**
 * Where focus goes when a dialog opens and closes. Opening: the first control of its body, else the dialog itself, not
 * the close button, whose tooltip would take the first Escape. Closing: the trigger, or exactly what had the focus
 * before; Base UI would look for a field inside that, and the next shortcut would be typed there.
 */
export function useDialogFocus(hasTrigger: boolean) {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);

  function initialFocus() {
    opener.current = document.activeElement;
    if (!body.current) return true;
    return (
      body.current.querySelector<HTMLElement>(`:is(${focusable}):not(:disabled, [tabindex="-1"])`) ?? popup.current
    );
  }

  function finalFocus() {
    const target = opener.current;
    if (hasTrigger || !(target instanceof HTMLElement) || !target.isConnected) return true;
    queueMicrotask(() => target.focus({ preventScroll: true }));
    return false;
  }

  return { body, popup: { ref: popup, initialFocus, finalFocus } };
}
