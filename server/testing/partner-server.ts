import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface PartnerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a partner's server behaves: an answer, or one of the ways not to give one. */
export type PartnerReply =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly location?: string;
      readonly retryAfterSeconds?: number;
    }
  | "hang"
  | "garbage"
  | "flood";

export interface PartnerServer {
  readonly url: string;
  readonly asked: PartnerRequest[];
}

/** A partner's server on this machine, until the test is over; one that is made before all tests, until they are. */
export async function partnerServer(
  reply: (request: PartnerRequest) => PartnerReply,
  until: (close: () => void) => void = onTestFinished,
): Promise<PartnerServer> {
  const asked: PartnerRequest[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = request;
    const heard = { method, path, headers, body: Buffer.concat(chunks).toString("utf8") };
    asked.push(heard);
    const said = reply(heard);
    if (said === "hang") return;
    if (said === "garbage") return void response.end("<html>\0 not what you think");
    if (said === "flood") return void response.end("x".repeat(10_000_000));
    const { status = 200, body, location, retryAfterSeconds } = said;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(location && { location }),
      ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
    });
    response.end(body === undefined ? "" : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  until(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
