import { Download, PencilLine, Plus } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { downloadText } from "@/components/lib/download-text";
import { formatCount } from "@/components/lib/format";
import { requestOrders } from "@/components/lib/order-requests";
import { actedOn, selectArea } from "../select-stops";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";
import { stopsCsv } from "./stops-csv";

/** What is done with the orders behind the stops: a new one, a change of many, a file of them. */
export function orderCommands({ board, gestures, store, session, isReviewing }: CommandContext): Command[] {
  const ids = actedOn(gestures);
  const { projectId, date } = board.plan;
  const deliveryIds = [...new Set(ids.flatMap((id) => board.visits.get(id)?.deliveryId ?? []))];
  const stops = ids.length === 1 ? "1 stop" : `${formatCount(ids.length)} stops`;
  const select = (deliveries: readonly string[]) => {
    const wanted = new Set(deliveries);
    const visits = [...board.visits.values()].filter(({ deliveryId }) => wanted.has(deliveryId));
    selectArea(
      store,
      visits.map(({ id }) => id),
      false,
    );
  };
  return [
    {
      id: "new-order",
      label: "New order…",
      hotkey: BOARD_KEYS["new-order"],
      icon: <Plus />,
      group: "Plan",
      enabled: session.canEditOrders,
      run: () => requestOrders({ kind: "new", projectId, day: date }),
    },
    {
      id: "change-orders",
      label: deliveryIds.length === 1 ? "Change the order…" : `Change ${formatCount(deliveryIds.length)} orders…`,
      keywords: "bulk edit priority window service time tag skills day",
      icon: <PencilLine />,
      group: "Stops",
      enabled: session.canEditOrders && !isReviewing && deliveryIds.length > 0,
      run: () => requestOrders({ kind: "change", projectId, day: date, deliveryIds, select }),
    },
    {
      id: "export-stops",
      label: `Export ${stops} as CSV`,
      keywords: "download spreadsheet file",
      icon: <Download />,
      group: "Stops",
      enabled: ids.length > 0,
      run: () => {
        downloadText(`stops-${date}.csv`, "text/csv", stopsCsv(board, ids));
        store.setState({ announcement: `${stops} exported` });
      },
    },
  ];
}
