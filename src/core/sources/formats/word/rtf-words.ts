/** What the control words of RTF mean for a reader of its text. */

/** Groups that hold no words of the text. Groups that open with `\*` and are not named here are passed over as well. */
export const silentGroups: ReadonlySet<string> = new Set(
  `
    colortbl pict nonshppict themedata colorschememapping datastore xmlnstbl latentstyles listtable listoverridetable
    revtbl rsidtbl generator filetbl objdata objclass objname header headerl headerr headerf footer footerl footerr
    footerf annotation atnid atnauthor atndate bkmkstart bkmkend tc xe rxe txe template ftnsep ftnsepc ftncn aftnsep
    aftnsepc aftncn operator keywords comment doccomm subject manager company category hlinkbase userprops creatim revtim
    printim buptim listtext pntext pntxta pntxtb pnseclvl
  `
    .trim()
    .split(/\s+/),
)

/** Control words that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
}

/** By `\fcharset`. 0 and 1 leave it to the document. */
export const codePageOfCharset: Readonly<Record<number, string>> = {
  77: 'macroman',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'cp1253',
  162: 'cp1254',
  163: 'cp1258',
  177: 'cp1255',
  178: 'cp1256',
  186: 'cp1257',
  204: 'cp1251',
  222: 'cp874',
  238: 'cp1250',
  254: 'cp437',
  255: 'cp850',
}

/** By the document's own word: `\mac` and its like, or the number of `\ansicpg`. */
export const codePageOfDocument: Readonly<Record<string, string>> = {
  ansi: 'cp1252',
  mac: 'macroman',
  pc: 'cp437',
  pca: 'cp850',
}
