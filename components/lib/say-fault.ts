import type { Words } from "@/components/lib/words/words";
import type { RowIssue } from "@/server/domain/intake/intake-issue";

/**
 * What is wrong with a cell or row of a file, in the reader's language. The message written down with it is English and
 * names figures besides: English readers get that, others the words of its code.
 */
export function sayFault(t: Words<"faults">, { code, message }: Pick<RowIssue, "code" | "message">): string {
  return t.format.reader.language === "en" ? message : t(code);
}
