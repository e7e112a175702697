import {
  ChartGantt,
  ClipboardCheck,
  Clock,
  Columns3,
  Map as MapIcon,
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
import { sayEdit } from "@/components/lib/say-edit";
import { scopeChoices } from "../optimize/scope-choices";
import { togglePanel, turnCentre } from "../panel-layout";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

/** What concerns the whole day. */
export function planCommands(context: CommandContext): Command[] {
  const { t, editWords: words, board, gestures, session, store, edits, turn, isReviewing, optimizeSelection } = context;
  const group = t("group.plan");
  const mayEdit = session.canEdit && !isReviewing;
  const mayOptimize = mayEdit && board.routes.length > 0 && board.visits.size > 0;
  const hasSelection = gestures.selectedIds.size > 1;
  const hasPlanned = board.routes.some((route) => route.stops.length > 0);
  return [
    {
      id: "undo",
      label: edits.undo ? t("undoWhat", { what: sayEdit(words, edits.undo) }) : t("undo"),
      hotkey: BOARD_KEYS.undo,
      icon: <Undo2 />,
      group,
      enabled: mayEdit && edits.undo !== null,
      run: () => turn("undo"),
    },
    {
      id: "redo",
      label: edits.redo ? t("redoWhat", { what: sayEdit(words, edits.redo) }) : t("redo"),
      hotkey: BOARD_KEYS.redo,
      icon: <Redo2 />,
      group,
      enabled: mayEdit && edits.redo !== null,
      run: () => turn("redo"),
    },
    {
      id: "optimize",
      label: hasSelection ? t("optimizeSelectionNow") : t("optimize"),
      hotkey: BOARD_KEYS.optimize,
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => {
        const selection = scopeChoices(board, store.getState()).find(({ kind }) => kind === "selection");
        if (selection) optimizeSelection(selection);
        else store.setState({ dialog: { kind: "optimize", scope: "day" } });
      },
    },
    {
      id: "optimize-selection",
      label: t("optimizeSelection"),
      icon: <Sparkles />,
      group,
      enabled: mayOptimize && hasSelection,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "selection" } }),
    },
    {
      id: "optimize-day",
      label: t("optimizeUnlocked"),
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "day" } }),
    },
    {
      id: "optimize-keep-drivers",
      label: t("optimizeKeepDrivers"),
      icon: <Sparkles />,
      group,
      enabled: mayOptimize,
      run: () => store.setState({ dialog: { kind: "optimize", scope: "day", keepDrivers: true } }),
    },
    {
      id: "timeline",
      label: t("timeline"),
      hotkey: BOARD_KEYS.timeline,
      icon: <ChartGantt />,
      group,
      enabled: board.routes.length > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "timeline") })),
    },
    {
      id: "go-to-time",
      label: t("goToTime"),
      hotkey: BOARD_KEYS["go-to-time"],
      icon: <Clock />,
      group,
      enabled: board.routes.length > 0,
      run: () => store.setState({ dialog: { kind: "go-to-time" } }),
    },
    {
      id: "columns",
      label: t(gestures.panels.centre === "map" ? "showColumns" : "showMap"),
      keywords: t("columnsKeywords"),
      hotkey: BOARD_KEYS.columns,
      icon: gestures.panels.centre === "map" ? <Columns3 /> : <MapIcon />,
      group,
      enabled: board.visits.size > 0,
      run: () => store.setState(({ panels }) => ({ panels: turnCentre(panels) })),
    },
    {
      id: "panel-list",
      label: t("panelList"),
      icon: <PanelLeft />,
      group,
      enabled: board.visits.size > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "list") })),
    },
    {
      id: "panel-inspector",
      label: t("panelInspector"),
      icon: <PanelRight />,
      group,
      enabled: board.visits.size > 0,
      run: () => store.setState(({ panels }) => ({ panels: togglePanel(panels, "inspector") })),
    },
    {
      id: "choose-drivers",
      label: t("chooseDrivers"),
      icon: <Users />,
      group,
      enabled: mayEdit,
      run: () => store.setState({ dialog: { kind: "choose-drivers" } }),
    },
    {
      id: "cutoff",
      label: t("cutoff"),
      icon: <ClipboardCheck />,
      group,
      enabled: !isReviewing,
      run: () => store.setState({ dialog: { kind: "cutoff" } }),
    },
    {
      id: "dispatch",
      label: t("dispatch"),
      icon: <Send />,
      group,
      enabled: session.canDispatch && !isReviewing && hasPlanned,
      run: () => store.setState({ dialog: { kind: "dispatch" } }),
    },
    {
      id: "receipts",
      label: t("receipts"),
      icon: <ReceiptText />,
      group,
      enabled: board.routes.some((route) => route.status !== "planned"),
      run: () => store.setState({ dialog: { kind: "receipts" } }),
    },
  ];
}
