import { icon } from './icon.tsx'

/** Drawn for this program on a grid of 16, with a line of 1.5. Decoration: the words stand beside them or in a label. */

export const SourcesIcon = icon(
  'SourcesIcon',
  <>
    <rect x="2.5" y="2" width="8" height="12" rx="1" />
    <path d="M5 5h3M5 8h3M5 11h2M13 4.5v8.5a1 1 0 0 1-1 1" />
  </>,
)
export const SearchIcon = icon(
  'SearchIcon',
  <>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </>,
)
export const PreviewIcon = icon(
  'PreviewIcon',
  <>
    <path d="M1.5 8c1.6-3 3.8-4.5 6.5-4.5s4.900 1.5 6.5 4.5c-1.6 3-3.8 4.5-6.5 4.5S3.100 11 1.5 8z" />
    <circle cx="8" cy="8" r="2" />
  </>,
)
export const EntitiesIcon = icon(
  'EntitiesIcon',
  <>
    <circle cx="6" cy="5.5" r="2.5" />
    <path d="M1.5 13.5c.4-2.6 2.2-4 4.5-4s4.1 1.4 4.5 4M11 3.2a2.5 2.5 0 0 1 0 4.6M12.3 9.9c1.2.6 2 1.8 2.2 3.6" />
  </>,
)
export const BriefsIcon = icon(
  'BriefsIcon',
  <>
    <path d="M3 2.5h6.5L13 6v7.5H3z" />
    <path d="M9.5 2.5V6H13M5.5 8.5h5M5.5 11h3" />
  </>,
)
export const HistoryIcon = icon(
  'HistoryIcon',
  <>
    <path d="M2.5 8a5.5 5.5 0 1 0 1.7-4L2.5 5.5" />
    <path d="M2.5 2.5v3h3M8 5v3.2l2.2 1.3" />
  </>,
)
export const UndoIcon = icon('UndoIcon', <path d="M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />)
export const RedoIcon = icon('RedoIcon', <path d="m10.5 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10" />)
export const BackIcon = icon('BackIcon', <path d="M13 8H3m4-4L3 8l4 4" />)
export const ForwardIcon = icon('ForwardIcon', <path d="M3 8h10M9 4l4 4-4 4" />)
export const ChevronDownIcon = icon('ChevronDownIcon', <path d="m4 6 4 4 4-4" />)
export const ChevronUpIcon = icon('ChevronUpIcon', <path d="m4 10 4-4 4 4" />)
export const ChevronRightIcon = icon('ChevronRightIcon', <path d="m6 4 4 4-4 4" />)
export const CloseIcon = icon('CloseIcon', <path d="m4 4 8 8M12 4l-8 8" />)
export const CheckIcon = icon('CheckIcon', <path d="m3 8.5 3.5 3.5L13 4.5" />)
export const PlusIcon = icon('PlusIcon', <path d="M8 3v10M3 8h10" />)
export const MinusIcon = icon('MinusIcon', <path d="M3 8h10" />)
export const MoreIcon = icon('MoreIcon', <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />)
export const ImportIcon = icon('ImportIcon', <path d="M8 2v7.5M5 6.5l3 3 3-3M2.5 10.5v3h11v-3" />)
export const ExportIcon = icon('ExportIcon', <path d="M8 10V2M5 5l3-3 3 3M2.5 10.5v3h11v-3" />)
export const TrashIcon = icon(
  'TrashIcon',
  <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4" />,
)
export const EditIcon = icon('EditIcon', <path d="M3 13l.6-2.9L11 2.7l2.3 2.3-7.4 7.4zM9.5 4.2l2.3 2.3" />)
export const HighlightIcon = icon(
  'HighlightIcon',
  <path d="m5 9 5.5-6.5L14 5.5 7.5 11H5zM5 9l-1.5 2.5L5 13l2.5-2M2 14.2h12" />,
)
export const MarkAllIcon = icon(
  'MarkAllIcon',
  <path d="M2.5 3.5h7M2.5 8h11M2.5 12.5h5M9.5 12l1.8 1.8 3-3.3" />,
)
export const NoteIcon = icon('NoteIcon', <path d="M2.5 3h11v7.5h-5L5 13.5v-3H2.5zM5 5.8h6M5 8h4" />)
export const TagIcon = icon('TagIcon', <path d="M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.3 5.3h.01" />)
export const LinkIcon = icon(
  'LinkIcon',
  <path d="m6.5 9.5 3-3M7 4.5 8.7 2.8a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.7 1.7a3.2 3.2 0 0 1-4.5-4.5L4.5 7" />,
)
export const QuoteIcon = icon(
  'QuoteIcon',
  <path d="M6.5 4.5C4 5 3 6.5 3 8.5v3h3.5v-3.5H4.2M13 4.5c-2.5.5-3.5 2-3.5 4v3H13v-3.5h-2.3" />,
)
export const WarningIcon = icon('WarningIcon', <path d="M8 2.2 14.3 13.5H1.7zM8 6.5v3M8 11.5h.01" />)
export const InfoIcon = icon(
  'InfoIcon',
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.5V11M8 5h.01" />
  </>,
)
export const LockIcon = icon(
  'LockIcon',
  <>
    <rect x="3" y="7" width="10" height="6.5" rx="1" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" />
  </>,
)
export const SettingsIcon = icon(
  'SettingsIcon',
  <path d="M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14M8.5 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M3.5 11.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0" />,
)
export const KeyboardIcon = icon(
  'KeyboardIcon',
  <>
    <rect x="1.5" y="4" width="13" height="8.5" rx="1" />
    <path d="M4 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M12 6.8h.01M5 9.8h6" />
  </>,
)
export const FilterIcon = icon('FilterIcon', <path d="M2 4h12M4.5 8h7M6.5 12h3" />)
export const SortIcon = icon(
  'SortIcon',
  <path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5" />,
)
export const FolderIcon = icon('FolderIcon', <path d="M2 13V3.5h4l1.5 2H14V13z" />)
export const PanelIcon = icon(
  'PanelIcon',
  <>
    <rect x="2" y="3" width="12" height="10" rx="1" />
    <path d="M10 3v10" />
  </>,
)
export const NavigationIcon = icon(
  'NavigationIcon',
  <>
    <rect x="2" y="3" width="12" height="10" rx="1" />
    <path d="M6 3v10" />
  </>,
)
export const PersonIcon = icon(
  'PersonIcon',
  <>
    <circle cx="8" cy="5" r="2.8" />
    <path d="M2.8 14c.5-3 2.5-4.5 5.2-4.5s4.7 1.5 5.2 4.5" />
  </>,
)
export const OrganisationIcon = icon(
  'OrganisationIcon',
  <path d="M3 14V2.5h7V14M10 6.5h3V14M2 14h12M5.5 5.5h2M5.5 8h2M5.5 10.5h2" />,
)
export const PlaceIcon = icon(
  'PlaceIcon',
  <>
    <path d="M8 14.5C5 11.3 3.5 8.9 3.5 6.5a4.5 4.5 0 0 1 9 0c0 2.4-1.5 4.8-4.5 8z" />
    <circle cx="8" cy="6.5" r="1.5" />
  </>,
)
export const AgreementIcon = icon(
  'AgreementIcon',
  <path d="M3 2.5h10v8L10.5 13.5H3zM10.5 13.5v-3H13M5.5 5.5h5M5.5 8h3" />,
)
export const EventIcon = icon(
  'EventIcon',
  <>
    <rect x="2.5" y="3.5" width="11" height="10" rx="1" />
    <path d="M2.5 7h11M5.5 2v3M10.5 2v3" />
  </>,
)
export const GroupIcon = icon(
  'GroupIcon',
  <>
    <circle cx="5" cy="6" r="2" />
    <circle cx="11" cy="6" r="2" />
    <path d="M1.5 13c.3-2.4 1.6-3.5 3.5-3.5 1.3 0 2.3.5 3 1.6.7-1.1 1.7-1.6 3-1.6 1.9 0 3.2 1.1 3.5 3.5" />
  </>,
)
export const OtherIcon = icon(
  'OtherIcon',
  <path d="M8 2.5 13 5.3v5.4L8 13.5l-5-2.8V5.3zM3 5.3l5 2.7 5-2.7M8 8v5.5" />,
)
export const CaretIcon = icon(
  'CaretIcon',
  <path d="M5.5 2.5h1c.8 0 1.5.7 1.5 1.5v8c0 .8-.7 1.5-1.5 1.5h-1m5-11h-1C8.7 2.5 8 3.2 8 4m2.5 9.500h-1C8.7 13.5 8 12.8 8 12M6.500 8h3" />,
)
export const BesideIcon = icon(
  'BesideIcon',
  <path d="M2.5 2.5h4.5v11H2.5zM9 2.5h4.5v11H9zM4 5.5h1.5M4 8h1.5M10.5 5.5H12M10.5 8H12" />,
)
export const TogetherIcon = icon(
  'TogetherIcon',
  <path d="M4.5 3v10M2.5 5l2-2 2 2M2.5 11l2 2 2-2M11.5 3v10M9.5 5l2-2 2 2M9.5 11l2 2 2-2" />,
)
