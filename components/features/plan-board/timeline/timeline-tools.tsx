"use client";
import { CircleHelp, MoveHorizontal, PanelBottomClose, ZoomIn, ZoomOut } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useBoardStoreApi } from "../board-store";
import { togglePanel } from "../panel-layout";
import { TimelineLegend } from "./row-paths";
import { MAX_ZOOM } from "./time-scale";
import { AXIS_PIXELS } from "./timeline-measures";
import type { TimeZoom } from "./use-time-zoom";

/** The timeline's own buttons, at the end of its axis. */
export function TimelineTools({ zoom }: { zoom: TimeZoom }) {
  const t = useWords("boardTimeline");
  const store = useBoardStoreApi();
  return (
    <div
      className="absolute top-0 right-0 z-30 flex items-center gap-0.5 border-line border-b border-l bg-surface px-1"
      style={{ height: AXIS_PIXELS }}
    >
      <IconButton
        label={t("zoomOut")}
        size="sm"
        icon={<ZoomOut />}
        disabled={zoom.zoom <= 1}
        onClick={() => zoom.zoomBy(1 / 1.5)}
      />
      <IconButton
        label={t("zoomIn")}
        size="sm"
        icon={<ZoomIn />}
        disabled={zoom.zoom >= MAX_ZOOM}
        onClick={() => zoom.zoomBy(1.5)}
      />
      <IconButton label={t("wholeDay")} size="sm" icon={<MoveHorizontal />} onClick={zoom.showAll} />
      <Popover title={t("title")} trigger={<IconButton label={t("legend")} size="sm" icon={<CircleHelp />} />}>
        <TimelineLegend />
      </Popover>
      <IconButton
        label={t("hide")}
        size="sm"
        shortcut="t"
        icon={<PanelBottomClose />}
        onClick={() => store.setState(({ panels }) => ({ panels: togglePanel(panels, "timeline", false) }))}
      />
    </div>
  );
}
