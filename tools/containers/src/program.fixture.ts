import { findProgram, installPackage, messageOf } from '@parley/server-embedded';

/** What is said of a program that a check needs. */
type Report = (text: string) => void;

const toStandardError: Report = (text) => void process.stderr.write(`${text}\n`);

/**
 * The path of a program that the images bring along and this machine may lack: found, or installed where root on Debian can have that.
 * Undefined, and said aloud, where it can't be had: the checks that need it have nothing to run then.
 */
export async function findOrInstall(name: string, packageName = name): Promise<string | undefined> {
  const found = findProgram([name]);
  if (found !== undefined) return found;
  try {
    await installPackage(packageName, `install ${name}`, toStandardError);
  } catch (error) {
    toStandardError(`NOT CHECKED: ${messageOf(error)}`);
  }
  return findProgram([name]);
}
