import { PageHead } from '../../parts/toolbar.tsx'
import { TagsSection } from './tags-section.tsx'
import { TypesSection } from './types-section.tsx'
import './types.css'

/** The casebook's own types and tags: everything that marks are sorted by. */
export function TypesPage() {
  return (
    <div className="types">
      <PageHead title="Types and tags" detail="Every change here can be undone" />
      <div className="types-body">
        <TypesSection />
        <TagsSection />
      </div>
    </div>
  )
}
