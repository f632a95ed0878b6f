import { MessageRegion } from '../parts/messages.tsx'
import { usePlace } from '../session/session.tsx'
import { pageAt } from './pages.tsx'

/** The window: navigation, page, pane. */
export function App() {
  const place = usePlace((state) => state.place)
  return (
    <>
      <main>{pageAt(place)}</main>
      <MessageRegion />
    </>
  )
}
