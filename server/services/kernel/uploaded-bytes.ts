import "server-only";
import { z } from "zod";

/** A file's bytes as the HTTP layer has read them; how many is that layer's and the reader's business. */
export const uploadedBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, {
  message: "must be a file",
});
