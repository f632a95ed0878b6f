/** `en` for `English`; anything else as it was typed, in small letters. */
export function languageCode(typed: string): string {
  const wanted = typed.toLowerCase()
  return wanted.length < 4 ? wanted : (codesByName().get(wanted) ?? wanted)
}

let codes: ReadonlyMap<string, string> | null = null

/** The languages of two letters (ISO 639-1), as the runtime calls them in English. */
function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  codes ??= new Map(
    letters
      .flatMap((first) => letters.map((second) => first + second))
      // The last one of a name stays: of Hebrew's codes `he`, not the old `iw`.
      .reverse()
      .map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code]),
  )
  return codes
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
