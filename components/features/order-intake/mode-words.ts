import type { UpsertMode } from "@/server/domain/order/delivery-schema";

/** What an import does with order numbers that are here already, in words. The usual one first. */
export const MODE_WORDS: readonly { value: UpsertMode; label: string; explains: string }[] = [
  {
    value: "merge",
    label: "Add and fill in",
    explains: "New numbers become orders. Known orders get what the file says; what it leaves out stays.",
  },
  {
    value: "create",
    label: "Only add",
    explains: "New numbers become orders. Rows with a number that is here already are refused.",
  },
  {
    value: "update",
    label: "Only update",
    explains: "Known orders get what the file says. Rows with an unknown number are refused.",
  },
  {
    value: "replace",
    label: "Add and replace",
    explains: "New numbers become orders. Known orders become exactly what the file says; all else of them is lost.",
  },
];
