import { pinText } from "@/server/domain/execution/door-pin";
import type { SheetTask } from "@/server/domain/plan/route-sheet";
import { sha256Hex } from "../capture/sha256-hex";
import type { DoorValues } from "../store/kept";

/**
 * Whether the PINs typed are the ones expected, by the task's place. Where a PIN is not known, or this browser cannot hash,
 * nothing is said here: the server compares again.
 */
export async function matchPins(
  tasks: readonly SheetTask[],
  { answers }: Pick<DoorValues, "answers">,
): Promise<ReadonlyMap<number, boolean>> {
  const matches = new Map<number, boolean>();
  if (!globalThis.crypto?.subtle) return matches;
  for (const [index, { pin }] of tasks.entries()) {
    const typed = answers[index];
    if (!pin || typeof typed !== "string" || typed.trim() === "") continue;
    matches.set(index, (await sha256Hex(pinText(pin.salt, typed))) === pin.sha256);
  }
  return matches;
}
