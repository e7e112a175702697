import { useState } from "react";

export interface RowActs {
  readonly onSettled: () => void;
  readonly onProblem: (error: unknown) => void;
}

/** One act at a time on a row of a check. The row is settled unless the work says `false`. */
export function useRowAct({ onSettled, onProblem }: RowActs) {
  const [isPending, setPending] = useState(false);
  const act = async (work: () => Promise<unknown>) => {
    setPending(true);
    try {
      if ((await work()) !== false) onSettled();
    } catch (error) {
      onProblem(error);
    } finally {
      setPending(false);
    }
  };
  return { isPending, act };
}
