import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { BriefsIcon, EntitiesIcon, HistoryIcon, SearchIcon, SourcesIcon } from '../parts/icons.tsx'
import { type Place, useAnswer, usePlace } from '../session/session.tsx'
import { useFrame } from './frame-store.ts'
import { listAt } from './pages.tsx'
import './navigation.css'

/** On the left: the rooms of the casebook, and under them its sources. */
export function Navigation() {
  const { place, side } = usePlace()
  return (
    <div className="navigation">
      <Rooms place={place} />
      {listAt(place, side)}
    </div>
  )
}

function Rooms({ place }: { readonly place: Place }) {
  const { data } = useAnswer('casebook.info', {})
  const counts = data?.counts
  const is = (...kinds: readonly Place['kind'][]) => kinds.includes(place.kind)
  return (
    <ul className="rooms">
      <Room
        to={{ kind: 'library' }}
        here={is('library', 'source', 'difference', 'trace')}
        icon={<SourcesIcon />}
        label="Sources"
        count={counts?.sources}
      />
      <Room
        to={{ kind: 'search', query: '' }}
        here={is('search', 'queries')}
        icon={<SearchIcon />}
        label="Search"
      />
      <Room
        to={{ kind: 'entities' }}
        here={is('entities', 'entity')}
        icon={<EntitiesIcon />}
        label="Entities"
        count={counts?.entities}
      />
      <Room
        to={{ kind: 'briefs' }}
        here={is('briefs', 'brief')}
        icon={<BriefsIcon />}
        label="Briefs"
        count={counts?.briefs}
      />
      <Room to={{ kind: 'history' }} here={is('history')} icon={<HistoryIcon />} label="History" />
    </ul>
  )
}

interface RoomProps {
  readonly to: Place
  readonly here: boolean
  readonly icon: ReactNode
  readonly label: string
  readonly count?: number | undefined
}

function Room({ to, here, icon, label, count }: RoomProps) {
  const go = usePlace((state) => state.go)
  const leave = useFrame((state) => state.leave)
  const enter = () => {
    leave()
    go(to)
  }
  return (
    <li>
      <Link className="room" aria-current={here ? 'page' : false} onPress={enter}>
        {icon}
        <span className="room-words">{label}</span>
        {count !== undefined && <span className="room-count">{count.toLocaleString('en')}</span>}
      </Link>
    </li>
  )
}
