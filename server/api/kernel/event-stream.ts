import "server-only";

/** One server-sent event. */
export interface StreamedMessage {
  /** What to resume after. */
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

interface StreamOptions {
  /** Asked once per heartbeat's time, messages or none; a stream whose token has ended ends. */
  readonly stillAllowed: () => Promise<boolean>;
  /** When nobody reads any more, however it came to that; once. */
  readonly released: () => void;
  readonly onError: (error: unknown) => void;
  readonly heartbeatMilliseconds?: number;
}

/** Proxies and our own server give up a connection on which nothing was said for half a minute. */
const HEARTBEAT_MILLISECONDS = 10_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const said = ({ id, event, data }: StreamedMessage) =>
  bytes(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/**
 * Messages as server-sent events, each asked for when the one before has left: a reader who does not read holds one
 * message. Says something at once and then at least with every heartbeat; ends with its token, and with its reader.
 */
export function eventStream(
  messages: (signal: AbortSignal) => AsyncGenerator<StreamedMessage>,
  { stillAllowed, released, onError, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS }: StreamOptions,
): ReadableStream<Uint8Array> {
  const leave = new AbortController();
  const source = messages(leave.signal);
  let pending: Promise<IteratorResult<StreamedMessage>> | undefined;
  let askedAt = performance.now();
  const mayGoOn = async (isSilent: boolean) => {
    if (!isSilent && performance.now() - askedAt < heartbeatMilliseconds) return true;
    askedAt = performance.now();
    return stillAllowed();
  };
  const end = () => {
    if (leave.signal.aborted) return;
    leave.abort();
    // What it waits for has been woken by the signal; how it ends is nobody's business any more.
    void Promise.resolve(pending).then(
      () => source.return(undefined),
      () => undefined,
    );
    released();
  };
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes("retry: 3000\n\n")),
    pull: async (controller) => {
      try {
        pending ??= source.next();
        const next = await withinHeartbeat(pending, heartbeatMilliseconds);
        const isAllowed = await mayGoOn(next === null);
        // Its reader left while it was asked for.
        if (leave.signal.aborted) return;
        if (isAllowed && next === null) return controller.enqueue(bytes(": still here\n\n"));
        if (isAllowed && next && !next.done) {
          pending = undefined;
          return controller.enqueue(said(next.value));
        }
      } catch (error) {
        onError(error);
      }
      end();
      controller.close();
    },
    cancel: end,
  });
}

/** The next message, or null where a heartbeat is due before it. */
async function withinHeartbeat<T>(next: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const beat = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  return Promise.race([next, beat]).finally(() => clearTimeout(timer));
}
