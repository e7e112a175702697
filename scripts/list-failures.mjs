/** A failed test's name and the beginning of its reason: what must still be seen when only the end of a log is kept. */
const REASON_CHARACTERS = 600;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal.
const COLOURS = /\u001b\[[0-9;]*m/g;

const line = (name, reason) =>
  `FAILED ${name}\n  ${reason.replace(COLOURS, "").slice(0, REASON_CHARACTERS).replaceAll("\n", "\n  ")}`;

/** Failed tests of Vitest's JSON report, and files that could not be run at all. */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0) return file.status === "failed" ? [line(file.name, file.message ?? "")] : [];
    return failed.map(({ fullName, failureMessages }) =>
      line(`${file.name} › ${fullName}`, failureMessages.join("\n")),
    );
  });
}

/** Tests of Playwright's JSON report that did not do what was expected, the unsteady ones included. */
export function failuresOfPlaywright(report) {
  const ofSuite = (suite, path) => {
    const here = [...path, suite.title];
    const specs = (suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ results }) => {
          const errors = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ""));
          return line([...here, spec.title].join(" › "), errors.join("\n"));
        }),
    );
    return [...specs, ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, here))];
  };
  const outside = (report?.errors ?? []).map(({ message }) => line("browser", message ?? ""));
  return [...outside, ...(report?.suites ?? []).flatMap((suite) => ofSuite(suite, []))];
}
