import { beginning, type Format } from './format.ts'

/** Mails, mailboxes and pages saved as one file (MHTML): all begin with headers. */
export const mail: Format = {
  name: 'mail',
  isMine: ({ bytes, pasted }) => pasted === null && looksLikeMail(beginning(bytes, 16_384)),
  read: async (file) => (await import('./mail/read-mail.ts')).readMail(file),
}

const telling =
  /^(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|snapshot-content-location|reply-to|x-[\w-]+)\s*:/i

/** Two headers that mails have, or one in a mailbox, and before them nothing but headers. */
function looksLikeMail(head: string): boolean {
  const enough = /^From \S+ [^\n]*\d\d:\d\d[^\n]*\d{4}/.test(head) ? 1 : 2
  const lines = head.replace(/^From [^\n]*\n/, '').split(/\r?\n/)
  let known = 0
  for (const line of lines) {
    if (line === '' && known > 0) break
    if (telling.test(line)) known++
    else if (!/^[ \t]|^[\w-]+\s*:/.test(line)) return known > 2
  }
  return known >= enough
}
