import "server-only";
import { authorize } from "../kernel/authorize";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";

const POINTER = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(\S{1,1000})$/;
/** Nothing that climbs out of its folder. */
const SEGMENT = /^(?!\.{1,2}$)[^/\\]+$/;

/**
 * What a program has put into the installation's own bucket, as a stream: `s3://bucket/<organization>/imports/…`. No other
 * bucket and no host is ever asked, and nothing beyond the folder of the organization's own imports. Refuses all else.
 */
export async function openPointedObject(services: ServiceContext, uri: string): Promise<ReadableStream<Uint8Array>> {
  const { actor, ports } = services;
  authorize(actor, "order.write");
  const { bucket } = ports.blobs;
  if (bucket === null) throw refused("This installation keeps no bucket: send the lines themselves, as NDJSON.");
  const [, named, key = ""] = POINTER.exec(uri) ?? [];
  if (named !== bucket) throw refused(`Only s3://${bucket}/… can be read here.`);
  const folder = `${actor.organizationId}/imports/`;
  const isOurs = key.startsWith(folder) && key.split("/").every((segment) => SEGMENT.test(segment));
  const stream = isOurs ? await ports.blobs.open(key) : undefined;
  if (!stream) throw refused(`There is no such object in s3://${bucket}/${folder}`);
  return stream;
}

function refused(message: string): ServiceError {
  return new ServiceError("invalid", message, { reason: "no_file" });
}
