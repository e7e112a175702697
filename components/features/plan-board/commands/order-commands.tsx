import { Download, LinkIcon, PencilLine, Plus } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { requestTrackingLink } from "@/components/lib/customer/link-requests";
import { downloadText } from "@/components/lib/download-text";
import { requestOrders } from "@/components/lib/order-requests";
import { actedOn, selectArea } from "../select-stops";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";
import { stopsCsv } from "./stops-csv";

/** What is done with the orders behind the stops: a new one, a change of many, a file of them. */
export function orderCommands({ t, board, gestures, store, session, isReviewing }: CommandContext): Command[] {
  const ids = actedOn(gestures);
  const { projectId, date, timeZone } = board.plan;
  const single = ids.length === 1 ? board.visits.get(ids[0]!) : undefined;
  const deliveryIds = [...new Set(ids.flatMap((id) => board.visits.get(id)?.deliveryId ?? []))];
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
      label: t("newOrder"),
      hotkey: BOARD_KEYS["new-order"],
      icon: <Plus />,
      group: t("group.plan"),
      enabled: session.canEditOrders,
      run: () => requestOrders({ kind: "new", projectId, day: date }),
    },
    {
      id: "change-orders",
      label: t("changeOrders", { count: deliveryIds.length }),
      keywords: t("changeKeywords"),
      icon: <PencilLine />,
      group: t("group.stops"),
      enabled: session.canEditOrders && !isReviewing && deliveryIds.length > 0,
      run: () => requestOrders({ kind: "change", projectId, day: date, deliveryIds, select }),
    },
    {
      id: "copy-tracking-link",
      label: t("copyTrackingLink"),
      keywords: t("copyTrackingLinkKeywords"),
      hotkey: BOARD_KEYS["copy-tracking-link"],
      icon: <LinkIcon />,
      group: t("group.stops"),
      enabled: session.canEditOrders && single !== undefined,
      run: () => single && requestTrackingLink({ deliveryId: single.deliveryId, visitId: single.id, zone: timeZone }),
    },
    {
      id: "export-stops",
      label: t("exportStops", { count: ids.length }),
      keywords: t("exportKeywords"),
      icon: <Download />,
      group: t("group.stops"),
      enabled: ids.length > 0,
      run: async () => {
        const { gateway, planId } = session;
        // The stops themselves are worth the file even when nobody can be asked for contacts.
        const contacts = await gateway.listStopContacts(planId, ids).catch(() => null);
        downloadText(t("exportFile", { date }), "text/csv", stopsCsv(board, ids, contacts ?? []));
        store.setState({ announcement: t(contacts ? "exported" : "exportedBare", { count: ids.length }) });
      },
    },
  ];
}
