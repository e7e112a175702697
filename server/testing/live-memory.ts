import { once } from "node:events";
import { WebSocket } from "ws";
import type { ServerProcess } from "./worker-process";

const MIB = 2 ** 20;
const LISTENING = /Debugger listening on (ws:\/\/\S+)/;

/**
 * What an `INSPECTED` process holds on to, in MiB: its heap and the buffers outside of it once all that nobody needs has
 * been collected. What the machine counts for it instead depends on when the collector last found time.
 */
export async function liveMemoryMiB(process: ServerProcess): Promise<number> {
  const socket = new WebSocket(LISTENING.exec(process.output())![1]!);
  await once(socket, "open");
  const waiting = new Map<number, (value: unknown) => void>();
  socket.on("message", (data) => {
    const { id, result } = JSON.parse(data.toString()) as { id: number; result?: { result?: { value: unknown } } };
    waiting.get(id)?.(result?.result?.value);
  });
  const ask = (id: number, method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await ask(1, "HeapProfiler.collectGarbage");
    const expression = "(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())";
    const bytes = await ask(2, "Runtime.evaluate", { expression });
    if (typeof bytes !== "number") throw new Error("the process did not say what it holds");
    return bytes / MIB;
  } finally {
    socket.terminate();
  }
}
