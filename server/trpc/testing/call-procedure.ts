import { TRPCError } from "@trpc/server";

/** Calls the procedure at a path ("plan.board") of a caller; what it refuses is an answer, whatever else goes wrong is thrown. */
export async function callProcedure(
  caller: unknown,
  path: string,
  input: unknown,
): Promise<{ result?: unknown; error?: TRPCError }> {
  const procedure = path.split(".").reduce((node, key) => (node as Record<string, unknown>)[key], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    return { result: await procedure(input) };
  } catch (error) {
    if (error instanceof TRPCError) return { error };
    throw error;
  }
}
