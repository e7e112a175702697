import { Clock, Lock, Pin, Snowflake } from "lucide-react";
import type { Command } from "@/components/lib/commands";
import { type StopPlace, stopPlaces } from "@/server/domain/plan/plan-board";
import { actedOn } from "../select-stops";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

/** What keeps stops where they are: with their driver, in their place, at their time, in front of a route. */
export function lockCommands({ t, board, gestures, session, isReviewing }: CommandContext): Command[] {
  const { actions } = session;
  const group = t("group.stops");
  const ids = actedOn(gestures);
  const places = stopPlaces(board);
  const planned = ids.filter((id) => places.has(id));
  const single = ids.length === 1 ? places.get(ids[0]!) : undefined;
  const mayEdit = session.canEdit && !isReviewing;
  const toDriver = allLocked(planned, places, "lockedToDriver");
  const toPosition = allLocked(planned, places, "lockedToPosition");
  const toTime = planned.length > 0 && planned.every((id) => board.visits.get(id)?.timeLock);
  const isFrontEnd = single !== undefined && single.index + 1 === single.route.frozenStops;
  return [
    {
      id: "lock-driver",
      label: toDriver ? t("unlockFromDriver") : t("lockToDriver"),
      hotkey: gestures.cursor?.kind === "route" && gestures.selectedIds.size === 0 ? undefined : BOARD_KEYS.lock,
      icon: <Lock />,
      group,
      enabled: mayEdit && planned.length > 0,
      run: () => actions.lockStops(planned, "driver", !toDriver),
    },
    {
      id: "lock-position",
      label: toPosition ? t("unlockFromPosition") : t("lockToPosition"),
      hotkey: BOARD_KEYS["lock-position"],
      icon: <Pin />,
      group,
      enabled: mayEdit && planned.length > 0,
      run: () => actions.lockStops(planned, "position", !toPosition),
    },
    {
      id: "lock-time",
      label: toTime ? t("unlockFromTime") : t("lockToTime"),
      icon: <Clock />,
      group,
      enabled: mayEdit && planned.length > 0,
      run: () => actions.lockStops(planned, "time", !toTime),
    },
    {
      id: "freeze-front",
      label: isFrontEnd ? t("unfreezeFront") : t("freezeFront"),
      icon: <Snowflake />,
      group,
      enabled: mayEdit && single !== undefined,
      run: () => single && actions.freezeFront(single.route.id, isFrontEnd ? 0 : single.index + 1),
    },
  ];
}

function allLocked(
  ids: readonly string[],
  places: ReadonlyMap<string, StopPlace>,
  lock: "lockedToDriver" | "lockedToPosition",
): boolean {
  return (
    ids.length > 0 &&
    ids.every((id) => {
      const place = places.get(id)!;
      return place.route.stops[place.index]![lock];
    })
  );
}
