import "server-only";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import type { Answer, Call } from "@/server/api/kernel/endpoint";
import { eventStream, type StreamedMessage } from "@/server/api/kernel/event-stream";

/** Answers with a stream, if whoever asks has not too many open already. */
export async function streamed(
  {
    access,
    correlationId,
    stillAllowed,
  }: Pick<Call<unknown, unknown, unknown>, "access" | "correlationId" | "stillAllowed">,
  name: string,
  messages: (signal: AbortSignal) => AsyncGenerator<StreamedMessage>,
): Promise<Answer> {
  const released = access.streams.take(name);
  if (!released) {
    const message = "You have too many streams open. Close one first.";
    throw new ApiRefusal("rate-limited", message, {}, { "retry-after": "10" });
  }
  const onError = (error: unknown) => access.onError(error, { correlationId, endpoint: "stream" });
  return { status: 200, stream: eventStream(messages, { stillAllowed, released, onError }) };
}
