import "server-only";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { DriverConnection, type DriverConnectionOptions } from "./driver-connection";

export const DRIVER_SOCKET_PATH = "/v1/lastmile/realtime";
const HEARTBEAT_MILLISECONDS = 20_000;
/** As over HTTP: 500 acts with long notes are about 1.5 MB. */
const MAX_MESSAGE_BYTES = 4_000_000;
const MOST_CONNECTIONS = 5000;

export interface DriverSockets {
  /** Takes the upgrade when it is for drivers; false when it is somebody else's. */
  take(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/** Drivers' clients over WebSocket: the device's session or the driver's own token as `Authorization: Bearer …`, or in its first message. */
export function createDriverSockets(
  options: Omit<DriverConnectionOptions, "heartbeatMilliseconds"> & {
    /** Where our own pages are: a browser elsewhere may not speak for a driver. Apps send no origin. */
    readonly origin: string;
    readonly heartbeatMilliseconds?: number;
  },
): DriverSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  const settings = { heartbeatMilliseconds: HEARTBEAT_MILLISECONDS, ...options };
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = await refusalOf(request);
    if (refusal) return refuse(socket, refusal);
    server.handleUpgrade(request, socket, head, (client) => {
      new DriverConnection(client, bearerOf(request), lastEventIdOf(request), settings);
    });
  };
  const refusalOf = async (request: IncomingMessage): Promise<string | null> => {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== options.origin) return "403 Forbidden";
    if (server.clients.size >= MOST_CONNECTIONS) return "503 Service Unavailable";
    const token = bearerOf(request);
    return token !== undefined && !(await options.bySession(token)) ? "401 Unauthorized" : null;
  };
  return {
    take: (request, socket, head) => {
      if ((request.url ?? "").split("?", 1)[0] !== DRIVER_SOCKET_PATH) return false;
      socket.on("error", () => socket.destroy());
      upgrade(request, socket, head).catch((error: unknown) => {
        options.onError(error);
        refuse(socket, "503 Service Unavailable");
      });
      return true;
    },
    close: () => {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

/** What a client that comes back has heard last. */
function lastEventIdOf(request: IncomingMessage): number | undefined {
  const id = String(request.headers["last-event-id"] ?? "");
  return /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
