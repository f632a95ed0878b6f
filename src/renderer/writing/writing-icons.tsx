import { icon } from '../parts/icon.tsx'

/** Signs of the toolbar: letters where a letter says it best. */

const letters = { fill: 'currentColor', stroke: 'none', fontSize: 11, fontFamily: 'inherit' } as const

const heading = (level: number) =>
  icon(
    `Heading${level}Icon`,
    <text x="1" y="12" {...letters} fontWeight="700">
      H<tspan fontSize="8">{level}</tspan>
    </text>,
  )

export const Heading1Icon = heading(1)
export const Heading2Icon = heading(2)
export const Heading3Icon = heading(3)
export const QuotationIcon = icon('QuotationIcon', <path d="M2.5 3v10M6 5h7.5M6 8h7.5M6 11h5" />)
export const BulletsIcon = icon(
  'BulletsIcon',
  <path d="M6.5 4h7M6.5 8h7M6.5 12h7M2.8 4h.01M2.8 8h.01M2.8 12h.01" />,
)
export const NumbersIcon = icon(
  'NumbersIcon',
  <path d="M6.5 4h7M6.5 8h7M6.5 12h7M2.2 3.3 3 2.7v3.1M2 10.6c.3-.8 1.7-.7 1.7.2 0 .8-1.7 1.4-1.7 2.4h1.8" />,
)
export const BoldIcon = icon(
  'BoldIcon',
  <text x="3.5" y="12.5" {...letters} fontSize="13" fontWeight="800">
    B
  </text>,
)
export const ItalicIcon = icon(
  'ItalicIcon',
  <text x="5.5" y="12.5" {...letters} fontSize="13" fontStyle="italic" fontFamily="serif">
    I
  </text>,
)
export const UnderlineIcon = icon('UnderlineIcon', <path d="M4.5 2.5V7a3.5 3.5 0 0 0 7 0V2.5M3.5 13.5h9" />)
export const StrikeIcon = icon(
  'StrikeIcon',
  <path d="M11.5 4.6C11 3.2 9.7 2.5 8 2.5c-2 0-3.5 1-3.5 2.6M2.5 8h11M4.3 11c.5 1.6 1.9 2.5 3.7 2.5 2.1 0 3.6-1 3.6-2.7" />,
)
export const CodeIcon = icon('CodeIcon', <path d="m5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />)
