/** A driver's breaks, in the fleet and on a day. */
export const breaks = {
  begins: "Begins",
  from: "Earliest begin of break {number}{of, select, none {} other {, {of}}}",
  to: "Latest begin of break {number}{of, select, none {} other {, {of}}}",
  minutes: "Minutes of break {number}{of, select, none {} other {, {of}}}",
  remove: "Remove break {number}{of, select, none {} other {, {of}}}",
  min: "min",
  add: "Add a break",
  addFor: "Add a break for {name}",
} as const;
