// node run-specs.mjs CONFIG [INDEX COUNT]: runs jasmine's specs of one configuration, or one share of their files, and
// tells the parent how many passed.
import Jasmine from 'jasmine';
import { root } from '../lib/paths.mjs';
import { shareOf } from './shares.mjs';
import { TallyReporter } from './tally.mjs';

/** How long a finished run may take to let go of what it holds. */
const LEFT_OPEN_MS = 15_000;

const [config, index = 0, count = 1] = process.argv.slice(2);
const runner = new Jasmine({ projectBaseDir: root });
const reporter = new TallyReporter();
await runner.loadConfigFile(config);
runner.specFiles = shareOf(runner.specFiles, Number(index), Number(count));
runner.addReporter(reporter);
runner.exitOnCompletion = false;
// A bound on what hangs, not a measure of speed: specs wait for conditions, and machines may be busy.
runner.jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
const { overallStatus } = await runner.execute();
process.exitCode = overallStatus === 'passed' ? 0 : 1;
process.send?.(reporter.tally, () => process.disconnect());
// What a spec left open would keep the whole run waiting: that is a fault of its own.
setTimeout(() => {
  console.error(`Something was left open: ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(1);
}, LEFT_OPEN_MS).unref();
