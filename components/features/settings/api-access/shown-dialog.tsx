"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ShownCredentials } from "../migration/shown-credentials";
import type { ShownKey } from "./key-words";

/** A secret, this once: closed, it is shown nowhere any more. */
export function ShownDialog({ shown, onClose }: { shown: ShownKey | null; onClose: () => void }) {
  const t = useWords("settingsApiAccess");
  // What was shown stands while the dialog closes, and is forgotten with the next.
  const [last, setLast] = useState(shown);
  if (shown && shown !== last) setLast(shown);
  return (
    <Dialog
      open={shown !== null}
      onOpenChange={(next) => !next && onClose()}
      size="lg"
      title={t("shownTitle")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("kept")}
        </Button>
      }
    >
      {(shown ?? last) ? <ShownCredentials shown={(shown ?? last)!} withAddress /> : null}
    </Dialog>
  );
}
