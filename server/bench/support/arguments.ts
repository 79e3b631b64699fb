/** The number after `--name` on the command line. */
export function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const given = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`--${name} needs a whole number from 1.`);
  return given;
}
