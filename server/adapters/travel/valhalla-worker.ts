// Runs alone in a child process (see valhalla-process.ts): native code that crashes or hangs takes only itself down.
// Relative imports, because nothing here may depend on who resolves path aliases.
import type { RoadRequest } from "./road-engine";
import { valhallaConfig } from "./valhalla-config";
import type { ValhallaReply } from "./valhalla-messages";
import { readValhallaAnswer, valhallaQuery } from "./valhalla-queries";

type ValhallaActor = Record<RoadRequest["kind"], (query: object) => Promise<unknown>>;

function reply(message: ValhallaReply): void {
  process.send?.(message);
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function answer(actor: ValhallaActor, request: RoadRequest): Promise<void> {
  try {
    reply({ kind: "answer", answer: readValhallaAnswer(request, await actor[request.kind](valhallaQuery(request))) });
  } catch (error) {
    reply({ kind: "refused", message: textOf(error) });
  }
}

async function main(): Promise<void> {
  process.on("disconnect", () => process.exit(0));
  let actor: ValhallaActor;
  try {
    const { Actor } = await import("@valhallajs/valhallajs");
    actor = new Actor(valhallaConfig(process.argv[2] ?? "")) as unknown as ValhallaActor;
  } catch (error) {
    reply({ kind: "unusable", message: textOf(error) });
    return;
  }
  process.on("message", (request: RoadRequest) => void answer(actor, request));
  reply({ kind: "ready" });
}

void main();
