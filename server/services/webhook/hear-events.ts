import "server-only";
import { z } from "zod";
import { lastEventSeq, listHeardEvents } from "@/db/queries/event/list-events";
import { listHearingWebhooks, lockCursor, moveCursor } from "@/db/queries/webhook/webhooks";
import { HEARD_EVENT_TYPES } from "@/server/domain/webhook/messages-of-event";
import { changed, command, unchanged, untraced } from "../kernel/command";
import { endedConsignments } from "./ended-consignments";
import { makeCalls } from "./make-calls";

/**
 * Goes through the next entries of the log and makes their messages for subscribers. Messages and how far the log has
 * been gone through are saved together, so none is left out and none made twice, whoever is killed. `isDone`: nothing
 * is left, or another process is at it.
 */
export const hearEvents = command({
  permission: "settings.write",
  input: z.object({ limit: z.int().min(1).max(5000).default(1000) }),
  run: async (scope, { limit }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const seq = await lockCursor(tx, organizationId);
    if (seq === undefined) return unchanged({ isDone: true, made: 0 });
    const hooks = await listHearingWebhooks(tx, organizationId);
    // Looked at first: what is written meanwhile has a higher number.
    const newest = await lastEventSeq(tx, organizationId);
    if (hooks.length === 0) {
      await moveCursor(tx, organizationId, newest);
      return untraced({ isDone: true, made: 0 });
    }
    const span = { afterSeq: seq, upToSeq: newest, limit };
    const events = await listHeardEvents(tx, organizationId, HEARD_EVENT_TYPES, span);
    const made = await makeCalls(scope, hooks, events);
    const isDone = events.length < limit;
    await moveCursor(tx, organizationId, isDone ? newest : events.at(-1)!.seq);
    const ended = await endedConsignments(scope, events);
    // What it has said itself is heard in its next turn.
    return ended.length > 0 ? changed({ isDone: false, made }, ended) : untraced({ isDone, made });
  },
});
