import { resolve } from 'node:path'

/** The casebooks that a start of the program names, as absolute paths; what begins with `-` is Electron's or Chromium's. */
export function namedCasebooks(
  argv: readonly string[],
  { startedAsFolder, directory }: { readonly startedAsFolder: boolean; readonly directory: string },
): readonly string[] {
  const named = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'))
  // `electron FOLDER [FILE…]`: from a source tree the first name is the program itself.
  return (startedAsFolder ? named.slice(1) : named).map((name) => resolve(directory, name))
}
