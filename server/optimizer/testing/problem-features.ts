/** Everything the question knows beyond travel, shifts and prices, each of which can be turned on alone. */
export const PROBLEM_FEATURES = [
  "profiles",
  "open-routes",
  "windows",
  "loads",
  "check-in",
  "demands",
  "allowed-vehicles",
  "priorities",
  "prizes",
  "pairs",
  "direct-pairs",
  "short-shifts",
  "limits",
  "max-work",
  "overtime",
  "breaks",
  "reload",
  "done",
  "carbon",
  "fleet",
  "balance",
  "clustering",
  "warm-start",
  "locked",
  "frozen",
  "placed",
  "unreachable",
] as const;

export type ProblemFeature = (typeof PROBLEM_FEATURES)[number];

/** What the core does not obey yet: its random problems go without. A rule that lands takes its line out. */
const PENDING: readonly ProblemFeature[] = [];

export const SOLVED_FEATURES: readonly ProblemFeature[] = PROBLEM_FEATURES.filter((each) => !PENDING.includes(each));
