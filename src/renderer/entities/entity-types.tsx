import type { ReactNode } from 'react'
import { type EntityType, entityType } from '#contract/entities.ts'
import type { Choice } from '../parts/choices.tsx'
import {
  AgreementIcon,
  EventIcon,
  GroupIcon,
  OrganisationIcon,
  OtherIcon,
  PersonIcon,
  PlaceIcon,
} from '../parts/icons.tsx'

/** The kinds of entity in words and pictures. */

interface EntityTypeWords {
  readonly one: string
  readonly many: string
  readonly icon: ReactNode
}

export const entityTypeWords: Readonly<Record<EntityType, EntityTypeWords>> = {
  person: { one: 'Person', many: 'People', icon: <PersonIcon /> },
  organisation: { one: 'Organisation', many: 'Organisations', icon: <OrganisationIcon /> },
  place: { one: 'Place', many: 'Places', icon: <PlaceIcon /> },
  agreement: { one: 'Agreement', many: 'Agreements', icon: <AgreementIcon /> },
  event: { one: 'Event', many: 'Events', icon: <EventIcon /> },
  group: { one: 'Group', many: 'Groups', icon: <GroupIcon /> },
  other: { one: 'Other', many: 'Others', icon: <OtherIcon /> },
}

export const entityTypes: readonly EntityType[] = entityType.options

export const entityTypeChoices: readonly Choice<EntityType>[] = entityTypes.map((type) => ({
  id: type,
  label: entityTypeWords[type].one,
  icon: entityTypeWords[type].icon,
}))
