import { Button } from '../parts/button.tsx'
import { type SearchPlace, usePlace } from '../session/session.tsx'

interface OlderVersionsProps {
  readonly place: SearchPlace
  /** Hits that were left out, because a newer version replaced their source. */
  readonly older: number
}

/**
 * A version that was replaced would double every hit, so it is left out; but words that only it has must not be lost: how many hits
 * there are is told, and they are one press away.
 */
export function OlderVersions({ place, older }: OlderVersionsProps) {
  const go = usePlace((state) => state.go)
  if (place.newest === false) {
    const { newest: _shown, ...others } = place
    return (
      <Button tone="quiet" onPress={() => go(others)}>
        Without older versions
      </Button>
    )
  }
  if (older === 0) return null
  return (
    <Button tone="quiet" onPress={() => go({ ...place, newest: false })}>
      {`${older.toLocaleString('en')} more in older versions`}
    </Button>
  )
}
