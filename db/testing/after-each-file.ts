import { afterAll } from "vitest";
import { dropWorkerDatabase } from "./worker-database";

// Registered before anything of the file's own, and so run after all of it.
afterAll(dropWorkerDatabase);
