import { EmptyState } from '../../parts/states.tsx'
import { SourceDetails } from '../source/source-details.tsx'
import { countOf } from '../source-words.ts'
import { sizeOf } from './chosen-sources.ts'
import { useLibrary } from './library-store.ts'

/** Beside the table: what is known about the source that is pointed at. */
export function LibraryPane() {
  const { chosen, shown } = useLibrary()
  const size = sizeOf(chosen)
  if (size > 1) {
    return (
      <EmptyState title={`${countOf(size, 'source')} chosen`}>
        Correct a field of all of them or delete them with the buttons above the table. Escape lets go of
        them.
      </EmptyState>
    )
  }
  if (shown === null) {
    return (
      <EmptyState title="Nothing chosen">
        Choose a source to see what is known about it, and from where.
      </EmptyState>
    )
  }
  return <SourceDetails source={shown} openable />
}
