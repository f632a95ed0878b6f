import type { CasebookHost } from '#contract/host.ts'

declare global {
  interface Window {
    readonly casebookHost?: CasebookHost
  }
}

/** The desktop's abilities; in a plain browser the few that a page has by itself. */
export function findHost(): CasebookHost {
  return window.casebookHost ?? browserHost()
}

function browserHost(): CasebookHost {
  return { kind: 'browser', platform: platformOf(navigator.userAgent), version: '', saveFile: offerDownload }
}

function platformOf(userAgent: string): CasebookHost['platform'] {
  if (/windows/i.test(userAgent)) return 'windows'
  if (/mac/i.test(userAgent)) return 'mac'
  return /linux/i.test(userAgent) ? 'linux' : 'other'
}

const offerDownload: NonNullable<CasebookHost['saveFile']> = ({ name, content }) => {
  // A copy with a buffer of its own: what Blob asks for.
  const data = typeof content === 'string' ? content : new Uint8Array(content)
  const address = URL.createObjectURL(new Blob([data], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has taken its own hold of the content by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
  return Promise.resolve(name)
}
