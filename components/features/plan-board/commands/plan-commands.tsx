import {
  ChartGantt,
  ClipboardCheck,
  Clock,
  PanelLeft,
  PanelRight,
  ReceiptText,
  Redo2,
  Send,
  Sparkles,
  Undo2,
  Users,
} from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { togglePanel } from "../panel-layout";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

const group = "Plan";

/** What concerns the whole day. */
export function planCommands({ board, gestures, session, store, edits, turn, isReviewing }: CommandContext): Command[] {
  const mayEdit = session.canEdit && !isReviewing;
  const mayOptimize = mayEdit && board.routes.length > 0 && board.visits.size > 0;
  const hasSelection = gestures.selectedIds.size > 1;
  const hasPlanned = board.routes.some((route) => route.stops.length > 0);
  return [
    {
      id: "undo",
      label: edits.undo ? `Undo: ${edits.undo.label}` : "Undo",
      hotkey: BOARD_KEYS.undo,
      icon: <Undo2 />,
      group,
      enabled: mayEdit && edits.undo !== null,
      run: () => turn("undo"),
    },
    {
      id: "redo",
      label: edits.redo ? `Redo: ${edits.redo.label}` : "Redo",
      hotkey: BOARD_KEYS.redo,
      icon: <Redo2 />,
      group,
      enabled: mayEdit && edits.redo !== null,
      run: () => turn("redo"),
    },
    {
      id: "optimize",
      label: hasSelection ? "Optimise selection…" : "Optimise…",
      hotkey: BOARD_KEYS.optimize,
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => store.setState({ dialog: { kind: "optimize", scope: hasSelection ? "selection" : "day" } }),
    },
    {
      id: "optimize-day",
      label: "Optimise all unlocked…",
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "day" } }),
    },
    {
      id: "optimize-keep-drivers",
      label: "Optimise, keep drivers…",
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "day", keepDrivers: true } }),
    },
    {
      id: "timeline",
      label: "Show or hide the timeline",
      hotkey: BOARD_KEYS.timeline,
      icon: <ChartGantt />,
      group,
      enabled: board.routes.length > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "timeline") })),
    },
    {
      id: "go-to-time",
      label: "Go to time…",
      hotkey: BOARD_KEYS["go-to-time"],
      icon: <Clock />,
      group,
      enabled: board.routes.length > 0,
      run: () => store.setState({ dialog: { kind: "go-to-time" } }),
    },
    {
      id: "panel-list",
      label: "Show or hide the list",
      icon: <PanelLeft />,
      group,
      enabled: board.visits.size > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "list") })),
    },
    {
      id: "panel-inspector",
      label: "Show or hide the inspector",
      icon: <PanelRight />,
      group,
      enabled: board.visits.size > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "inspector") })),
    },
    {
      id: "choose-drivers",
      label: "Drivers of the day…",
      icon: <Users />,
      group,
      enabled: mayEdit,
      run: () => store.setState({ dialog: { kind: "choose-drivers" } }),
    },
    {
      id: "cutoff",
      label: "Cut-off checklist",
      icon: <ClipboardCheck />,
      group,
      enabled: !isReviewing,
      run: () => store.setState({ dialog: { kind: "cutoff" } }),
    },
    {
      id: "dispatch",
      label: "Dispatch…",
      icon: <Send />,
      group,
      enabled: session.canDispatch && !isReviewing && hasPlanned,
      run: () => store.setState({ dialog: { kind: "dispatch" } }),
    },
    {
      id: "receipts",
      label: "Receipts of the dispatch…",
      icon: <ReceiptText />,
      group,
      enabled: board.routes.some((route) => route.status !== "planned"),
      run: () => store.setState({ dialog: { kind: "receipts" } }),
    },
  ];
}
