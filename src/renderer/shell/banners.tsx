import { useEffect, useState } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { CasebookInfo } from '#contract/casebook.ts'
import { LockIcon } from '../parts/icons.tsx'
import { Banner } from '../parts/states.tsx'
import type { ConnectionState } from '../session/connect.ts'
import { useAnswer, useEngine, useHost } from '../session/session.tsx'

/** Across the window: what the analyst must know before they go on. */
export function Banners({ connection }: { readonly connection: StoreApi<ConnectionState> }) {
  const { data: info } = useAnswer('casebook.info', {})
  const state = useStore(connection)
  const { kind } = useHost()
  const saveFailure = useSaveFailure()
  return (
    <>
      {saveFailure !== null && (
        <Banner tone="danger">
          Your last change was not saved. {saveFailure} What was saved before is safe.
        </Banner>
      )}
      {state === 'lost' && (
        <Banner tone="danger">
          Casebook has lost its engine and is trying to reach it again. What was saved is safe. What you type
          in a note or a brief stays here and is saved once it is back; nothing else can be changed until
          then.
          {kind === 'browser' &&
            ' If Casebook was closed, start it again and open its new address in this browser: this page goes on by itself.'}
        </Banner>
      )}
      {info?.readOnly === true && (
        <Banner tone="warning" icon={<LockIcon />}>
          {readOnlyInWords(info)}
        </Banner>
      )}
    </>
  )
}

/** The engine's words about a change that could not be written; null once one could be. */
function useSaveFailure(): string | null {
  const engine = useEngine()
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(
    () =>
      engine.onEvent((event) => {
        if (event.name === 'casebook.saveFailed') setFailure(event.message)
        else if (event.name === 'casebook.changed') setFailure(null)
      }),
    [engine],
  )
  return failure
}

function readOnlyInWords({ heldBy }: CasebookInfo): string {
  if (heldBy === null)
    return 'This casebook is read-only: you can read and search, but nothing can be changed.'
  const since = new Date(heldBy.since).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${heldBy.program} on ${heldBy.host} is working on this casebook since ${since}. You can read and search; close it there and open the casebook again to change something.`
}
