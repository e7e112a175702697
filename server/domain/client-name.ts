import { z } from "zod";

/** What a program calls a driver or a vehicle itself. */
export const clientNameSchema = z.string().trim().min(1).max(100);
