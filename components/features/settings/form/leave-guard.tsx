"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";

/** Asks before unsaved changes are left behind: by a link of ours in our words, by closing the window in the browser's. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const common = useWords("common");
  const t = useWords("settingsForm");
  const router = useRouter();
  const [leavingTo, setLeavingTo] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    const ends = new AbortController();
    const { signal } = ends;
    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    window.addEventListener("click", (event) => holdLink(event, setLeavingTo), { capture: true, signal });
    return () => ends.abort();
  }, [isDirty]);
  return (
    <AlertDialog
      open={leavingTo !== null}
      onOpenChange={(open) => !open && setLeavingTo(null)}
      title={t("leaveTitle")}
      description={t("leaveAbout")}
      confirmLabel={t("leave")}
      cancelLabel={common("keepEditing")}
      tone="danger"
      onConfirm={() => leavingTo && router.push(leavingTo)}
    />
  );
}

/** Keeps a plain click on a link to another of our pages from going there. */
function holdLink(event: MouseEvent, onHeld: (href: string) => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.pathname === location.pathname) return;
  event.preventDefault();
  event.stopPropagation();
  onHeld(link.pathname + link.search);
}
