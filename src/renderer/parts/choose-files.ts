interface FileChoice {
  /** `folder` gives every file in it and in the folders inside, each with its `webkitRelativePath`. */
  readonly what: 'file' | 'files' | 'folder'
  /** Endings that are offered first, as `accept` of an input writes them. */
  readonly accept?: string
}

/**
 * Asks for files with the browser's own chooser; nothing chosen is an empty list.
 * Only after a key or a press: browsers open no chooser otherwise.
 */
export function chooseFilesInPage({ what, accept = '' }: FileChoice): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.hidden = true
    input.accept = accept
    input.multiple = what === 'files'
    input.webkitdirectory = what === 'folder'
    const finish = (files: readonly File[]): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => finish([...(input.files ?? [])]))
    input.addEventListener('cancel', () => finish([]))
    // In the page, or nothing holds the input while the chooser is open, and it may be collected with the answer.
    document.body.append(input)
    input.click()
  })
}
