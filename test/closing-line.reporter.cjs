/** Ends a test run with the one line that pipelines read, counted from the results themselves. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const brokenFiles = results.numRuntimeErrorTestSuites;
    const failed = results.numFailedTests + brokenFiles;
    const skipped = results.numPendingTests + results.numTodoTests;
    const rest = skipped > 0 ? `, ${skipped} skipped` : "";
    process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed${rest}\n`);
  }
};
