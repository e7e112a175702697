/** Writing an exception down by hand, on the inbox and on the board. */
export const exceptionForm = {
  title: "Note an exception",
  kind: "Kind",
  order: "Order number",
  orderHint: "The order it is about; leave empty if it is about the day.",
  note: "What has happened",
  save: "Note it",
  done: "Exception noted",
  exists: "This order has one of that kind already",
  failed: "Not noted",
  severity: "Severity",
} as const;
