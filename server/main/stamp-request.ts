import "server-only";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { CLIENT_ADDRESS_HEADER } from "@/server/auth/auth";
import { REQUEST_PATH_HEADER } from "./container";

/**
 * Notes on a request who calls and where, in headers of ours; a caller's own of these names are thrown away. Behind so many
 * proxies of our own the caller is whom the outermost of them names: what stands further to the left is the caller's word.
 */
export function stampRequest(request: IncomingMessage, proxies = 0): void {
  overwriteHeader(request, CLIENT_ADDRESS_HEADER, clientAddress(request, proxies));
  overwriteHeader(request, REQUEST_PATH_HEADER, request.url ?? "/");
}

/** In both of Node's lists: Next reads the one, the API's adapter the other as soon as somebody goes through them all. */
function overwriteHeader({ headers, rawHeaders }: IncomingMessage, name: string, value: string): void {
  headers[name] = value;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]!.toLowerCase() === name) rawHeaders.splice(at, 2);
  }
  rawHeaders.push(name, value);
}

function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const direct = socket.remoteAddress ?? "unknown";
  if (proxies === 0) return direct;
  const named = [headers["x-forwarded-for"] ?? ""].flat().join(",").split(",");
  const address = named.at(-proxies)?.trim();
  return address && isIP(address) !== 0 ? address : direct;
}
