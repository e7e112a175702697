"use client";
import { Eye, Lasso, Maximize } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { MapLegend } from "./map-legend";

/** The few tools over the map's corner. */
export function MapTools() {
  const t = useWords("boardMap");
  const store = useBoardStoreApi();
  const isLasso = useBoardStore((state) => state.tool === "lasso");
  const isReduced = useBoardStore((state) => state.isolatedRouteIds.size > 0 || state.hiddenRouteIds.size > 0);
  return (
    <div className="absolute top-2.5 left-2.5 z-10 flex gap-1 rounded-lg bg-surface p-1 shadow-popup">
      <IconButton
        label={t("lasso")}
        shortcut="L"
        icon={<Lasso />}
        pressed={isLasso}
        onClick={() => store.setState({ tool: isLasso ? "none" : "lasso" })}
      />
      <IconButton
        label={t("fit")}
        shortcut="F"
        icon={<Maximize />}
        onClick={() => store.setState(({ fitRequests }) => ({ fitRequests: fitRequests + 1 }))}
      />
      <MapLegend />
      {isReduced ? (
        <IconButton
          label={t("showAll")}
          icon={<Eye />}
          onClick={() => store.setState({ isolatedRouteIds: new Set(), hiddenRouteIds: new Set() })}
        />
      ) : null}
    </div>
  );
}
