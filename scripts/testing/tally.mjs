// Counting over all runners, and telling the parent process.

export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

export function add(total, part) {
  for (const key of Object.keys(total)) total[key] += part[key] ?? 0;
  return total;
}

/** The last line of a run. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A jasmine reporter that counts. A failure outside a spec (afterAll, a file that does not load) counts as one. */
export class TallyReporter {
  tally = nothing();

  specDone({ status }) {
    if (status === 'passed') this.tally.passed += 1;
    else if (status === 'failed') this.tally.failed += 1;
    else this.tally.skipped += 1;
  }

  suiteDone({ failedExpectations }) {
    if (failedExpectations?.length > 0) this.tally.failed += 1;
  }

  /** A run that jasmine calls incomplete (no spec found, or one left focused) is no success. */
  jasmineDone({ overallStatus, failedExpectations }) {
    if (failedExpectations?.length > 0) this.tally.failed += 1;
    if (overallStatus !== 'passed' && this.tally.failed === 0) this.tally.failed += 1;
  }
}
