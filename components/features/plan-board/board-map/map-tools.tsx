"use client";
import { Eye, Lasso, Maximize } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useBoardStore, useBoardStoreApi } from "../board-store";

/** The few tools over the map's corner. */
export function MapTools() {
  const store = useBoardStoreApi();
  const isLasso = useBoardStore((state) => state.tool === "lasso");
  const isReduced = useBoardStore((state) => state.isolatedRouteIds.size > 0 || state.hiddenRouteIds.size > 0);
  return (
    <div className="absolute top-2.5 left-2.5 z-10 flex gap-1 rounded-lg bg-surface p-1 shadow-popup">
      <IconButton
        label="Lasso stops"
        shortcut="L"
        icon={<Lasso />}
        pressed={isLasso}
        onClick={() => store.setState({ tool: isLasso ? "none" : "lasso" })}
      />
      <IconButton
        label="Fit to view"
        shortcut="F"
        icon={<Maximize />}
        onClick={() => store.setState(({ fitRequests }) => ({ fitRequests: fitRequests + 1 }))}
      />
      {isReduced ? (
        <IconButton
          label="Show all routes"
          icon={<Eye />}
          onClick={() => store.setState({ isolatedRouteIds: new Set(), hiddenRouteIds: new Set() })}
        />
      ) : null}
    </div>
  );
}
