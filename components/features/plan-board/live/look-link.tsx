"use client";
import { Eye } from "lucide-react";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { LOOKING } from "@/server/domain/access/permissions";
import type { BoardRoute } from "@/server/domain/plan/plan-board";

/** The way to see a route that was sent as its driver sees it, beside the board. */
export function LookLink({ route }: { route: BoardRoute }) {
  const t = useWords("boardInspector");
  const mayLook = useMay(LOOKING);
  if (!mayLook || route.status === "planned") return null;
  return (
    <a
      href={`/look/${route.id}`}
      target="_blank"
      rel="noreferrer"
      className={buttonClass({ variant: "secondary", size: "sm" })}
    >
      <Eye aria-hidden="true" />
      {t("route.seeAs")}
    </a>
  );
}
