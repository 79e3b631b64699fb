// What the scripts say to the person at the terminal.

export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function warn(line) {
  process.stderr.write(`${line}\n`);
}

/** A condition of the machine or the work tree that the person has to put right; shown without a stack. */
export class Missing extends Error {}

/** Runs a script's main function: a Missing ends it with its text alone, anything else with its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    warn(error instanceof Missing ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
