import type { Database } from "@/db/client";
import { createGroupedPositionSink } from "@/server/adapters/position-sink/grouped-position-sink";
import { createPositionGroupWriter } from "@/server/adapters/position-sink/write-position-group";
import type { PositionSink } from "@/server/ports/position-sink";

/** Positions written as the server writes them, with nobody told. */
export function storedPositions(database: Database): PositionSink {
  return createGroupedPositionSink(createPositionGroupWriter(database));
}
