import { Button } from '../parts/button.tsx'
import { useImportProgress } from '../sources/sources.tsx'

/** An import that goes on in the background; pressing it brings its dialog back. */
export function ImportProgress() {
  const running = useImportProgress()
  if (running === null) return null
  const { done, total } = running.progress
  const words =
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <Button tone="quiet" onPress={running.show} aria-label={`Importing, ${words}`}>
      <span className="import-progress">
        <span className="spinner-wheel" />
        {words}
      </span>
    </Button>
  )
}
